import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { loadBalance } from "#app/modules/ledger/load-balance.server.ts";
import { verifyLedger } from "#app/modules/ledger/verify-ledger.server.ts";
import {
  cancelOwnRedemption,
  cancelRedemption,
} from "#app/modules/redemptions/cancel-redemption.server.ts";
import { redeemGift } from "#app/modules/redemptions/redeem-gift.server.ts";
import { verifyStock } from "#app/modules/stock/verify-stock.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import {
  aGift,
  aKeeper,
  aSaver,
  aStore,
  PARCEL,
  redemptionOf,
  shelvesOf,
  take,
  taken,
} from "../../support/gifts.ts";
import { earn } from "../../support/ledger-fixtures.ts";

testDatabase();

let store = 0;
beforeAll(async () => {
  await ensureClub(db());
  store = await aStore();
});

const pointsOf = async (accountId: number) => (await loadBalance(db(), accountId)).available;

test("points are spent, the piece is promised, and the letter is written", async () => {
  const [gift, member] = [await aGift(), await aSaver(600)];
  const id = await taken(member, gift, { collectStoreId: store });
  const redemption = await redemptionOf(id);
  expect(redemption).toMatchObject({
    state: "requested",
    points: 500,
    collectStoreId: store,
    stockStoreId: null,
    code: expect.stringMatching(/^[0-9A-Z]{12}$/),
  });
  expect(redemption.steps).toMatchObject([{ step: "requested", createdBy: member.id }]);
  expect(await pointsOf(member.accountId)).toBe(100);
  expect(await shelvesOf(gift.itemId)).toEqual({ onHand: 10, reserved: 1 });
  const letters = await db().mail.findMany({ where: { personId: member.id } });
  expect(letters).toMatchObject([{ template: "redemption-step", props: { step: "requested" } }]);
});

test("a voucher is issued at once, good for each of its pieces", async () => {
  const gift = await aGift({ fulfilment: "voucher", voucherUses: 2, voucherDays: 30, points: 100 });
  const id = await taken(await aSaver(), gift, { quantity: 3 });
  const { state, voucher, steps } = await redemptionOf(id);
  expect(state).toBe("issued");
  expect(voucher).toMatchObject({ uses: 6, code: expect.stringMatching(/^[0-9A-Z]{12}$/) });
  expect(steps.map(({ step }) => step)).toEqual(["requested", "issued"]);
  expect(await shelvesOf(gift.itemId)).toEqual({ onHand: 7, reserved: 0 });
});

describe("nothing is taken that cannot be given", () => {
  test("one point short is said with what is missing, and leaves nothing behind", async () => {
    const [gift, member] = [await aGift(), await aSaver(499)];
    expect(await take(member, gift, { collectStoreId: store })).toMatchObject({
      ok: false,
      refusal: "too-few-points",
      missing: 1,
    });
    expect(await shelvesOf(gift.itemId)).toEqual({ onHand: 10, reserved: 0 });
    expect(await db().redemption.count({ where: { memberId: member.memberId } })).toBe(0);
  });

  test("what is not there is refused, and whoever buys gifts reads of it", async () => {
    const [gift, member] = [await aGift({ pieces: 0 }), await aSaver()];
    expect(await take(member, gift, { collectStoreId: store })).toMatchObject({
      refusal: "out-of-stock",
    });
    await take(member, gift, { collectStoreId: store });
    expect(await db().giftMissed.count({ where: { giftId: gift.giftId } })).toBe(1);
    expect(await pointsOf(member.accountId)).toBe(1_000);
  });

  test("a gift for gold, to a silver member", async () => {
    const gift = await aGift({ tier: "gold" });
    const answer = await take(await aSaver(), gift, { collectStoreId: store });
    expect(answer).toMatchObject({ refusal: "gold-only" });
  });

  test("what is collected needs a store that is open, what is shipped an address", async () => {
    const member = await aSaver();
    expect(await take(member, await aGift(), { collectStoreId: 999_999 })).toMatchObject({
      refusal: "no-such-store",
    });
    expect(await take(member, await aGift())).toMatchObject({ refusal: "no-such-store" });
    expect(await take(member, await aGift({ fulfilment: "ship" }))).toMatchObject({
      refusal: "address-needed",
    });
    await taken(member, await aGift({ fulfilment: "ship" }), { address: PARCEL });
  });

  test("a price that changed since the page was opened", async () => {
    const [gift, member] = [await aGift(), await aSaver()];
    await db().gift.update({ where: { id: gift.giftId }, data: { points: 400 } });
    expect(await take(member, gift, { collectStoreId: store })).toEqual({
      ok: false,
      variantId: gift.variantId,
      refusal: "price-changed",
      price: { points: 400, moneyMinor: 0 },
    });
  });

  test("points that expire in the very second", async () => {
    const [gift, member] = [await aGift(), await aSaver(0)];
    await earn(member.accountId, { points: 500, lapsesAt: new Date(Date.now() - 1) });
    expect(await take(member, gift, { collectStoreId: store })).toMatchObject({
      refusal: "too-few-points",
      missing: 500,
    });
  });
});

describe("several at once", () => {
  const want = (gift: Awaited<ReturnType<typeof aGift>>, quantity: number) => ({
    variantId: gift.variantId,
    quantity,
    seenPrice: { points: gift.points, moneyMinor: 0 },
  });

  test("two sizes that share one stock are counted together", async () => {
    const [gift, member] = [await aGift({ pieces: 3, points: 10 }), await aSaver()];
    const other = await db().giftVariant.create({
      data: { giftId: gift.giftId, sku: `${gift.giftId}-XL`, stockItemId: gift.itemId },
    });
    const both = (quantity: number) => [
      want(gift, 2),
      want({ ...gift, variantId: other.id }, quantity),
    ];
    expect(await take(member, gift, { wanted: both(2), collectStoreId: store })).toMatchObject({
      refusal: "out-of-stock",
      variantId: other.id,
      free: 1,
    });
    expect(await shelvesOf(gift.itemId)).toEqual({ onHand: 3, reserved: 0 });
    const answer = await take(member, gift, { wanted: both(1), collectStoreId: store });
    expect(answer).toMatchObject({
      ok: true,
      redemptionIds: [expect.any(Number), expect.any(Number)],
    });
  });

  test("a limit per member counts what is taken together, and what was taken before", async () => {
    const [gift, member] = [await aGift({ limitPerMember: 2, points: 10 }), await aSaver()];
    const two = [want(gift, 1), want(gift, 2)];
    expect(await take(member, gift, { wanted: two, collectStoreId: store })).toMatchObject({
      refusal: "member-limit",
      left: 1,
    });
    await taken(member, gift, { collectStoreId: store });
    expect(await take(member, gift, { quantity: 2, collectStoreId: store })).toMatchObject({
      refusal: "member-limit",
      left: 1,
    });
  });

  test("what was cancelled counts no more", async () => {
    const [gift, member] = [await aGift({ limitPerMember: 1 }), await aSaver()];
    const id = await taken(member, gift, { collectStoreId: store });
    await cancelOwnRedemption(id, { memberId: member.memberId, personId: member.id });
    expect((await take(member, gift, { collectStoreId: store })).ok).toBe(true);
  });
});

describe("once", () => {
  test("a form sent twice, one after the other and at once, is one redemption", async () => {
    const [gift, member] = [await aGift(), await aSaver()];
    const form = { collectStoreId: store, requestKey: randomUUID() };
    const [a, b] = await Promise.all([take(member, gift, form), take(member, gift, form)]);
    expect(a).toEqual(b);
    expect(await take(member, gift, form)).toEqual(a);
    expect(await pointsOf(member.accountId)).toBe(500);
  });

  test("somebody else's key finds nothing of theirs", async () => {
    const [gift, one, other] = [await aGift(), await aSaver(), await aSaver()];
    const form = { collectStoreId: store, requestKey: randomUUID() };
    const [first, second] = [await taken(one, gift, form), await taken(other, gift, form)];
    expect(second).not.toBe(first);
  });

  test("twenty members want the last piece at once: one has it", async () => {
    const gift = await aGift({ pieces: 1 });
    const members = await Promise.all(Array.from({ length: 20 }, () => aSaver()));
    const answers = await Promise.all(
      members.map((member) => take(member, gift, { collectStoreId: store })),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    for (const answer of answers) {
      if (!answer.ok) expect(answer).toMatchObject({ refusal: "out-of-stock", free: 0 });
    }
    expect(await shelvesOf(gift.itemId)).toEqual({ onHand: 1, reserved: 1 });
    const spent = await Promise.all(members.map(({ accountId }) => pointsOf(accountId)));
    expect(spent.filter((points) => points === 500)).toHaveLength(1);
  });

  test("twenty tabs of one member take as many as their points reach for", async () => {
    const [gift, member] = [await aGift({ pieces: 50 }), await aSaver(1_700)];
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => take(member, gift, { collectStoreId: store })),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(3);
    expect(await pointsOf(member.accountId)).toBe(200);
  });

  test("a limit in all holds when many come at once", async () => {
    const gift = await aGift({ pieces: 50, limitTotal: 3 });
    const members = await Promise.all(Array.from({ length: 12 }, () => aSaver()));
    const answers = await Promise.all(
      members.map((member) => take(member, gift, { collectStoreId: store })),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(3);
  });

  test("two who take two gifts in opposite order both get them", async () => {
    const [one, other] = [await aGift({ points: 1 }), await aGift({ points: 1 })];
    const [a, b] = [await aSaver(), await aSaver()];
    const want = (gift: typeof one) => ({
      variantId: gift.variantId,
      quantity: 1,
      seenPrice: { points: 1, moneyMinor: 0 },
    });
    const requests = Array.from({ length: 10 }, (_, turn) => {
      const member = turn % 2 ? a : b;
      const wanted = turn % 2 ? [want(one), want(other)] : [want(other), want(one)];
      return take(member, one, { wanted, collectStoreId: store });
    });
    const answers = await Promise.all(requests);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(5 + 5);
  });
});

describe("thinking better of it", () => {
  test("its owner cancels it: the same lots and the piece are back", async () => {
    const [gift, member] = [await aGift(), await aSaver(0)];
    const lapsesAt = new Date(Date.now() + 5 * 86_400_000);
    await earn(member.accountId, { points: 500, lapsesAt });
    const id = await taken(member, gift, { collectStoreId: store });
    const who = { memberId: member.memberId, personId: member.id };
    expect(await cancelOwnRedemption(id, who)).toEqual({ ok: true, state: "cancelled" });
    const balance = await loadBalance(db(), member.accountId);
    expect(balance).toMatchObject({ available: 500, nextLapseAt: lapsesAt });
    expect(await shelvesOf(gift.itemId)).toEqual({ onHand: 10, reserved: 0 });
    expect(await cancelOwnRedemption(id, who)).toEqual({
      ok: false,
      refusal: "not-now",
      state: "cancelled",
    });
    expect(await pointsOf(member.accountId)).toBe(500);
  });

  test("nobody cancels another's", async () => {
    const [gift, member, other] = [await aGift(), await aSaver(), await aSaver()];
    const id = await taken(member, gift, { collectStoreId: store });
    const who = { memberId: other.memberId, personId: other.id };
    expect(await cancelOwnRedemption(id, who)).toEqual({
      ok: false,
      refusal: "no-such-redemption",
    });
  });

  test("ten who cancel at once give back once", async () => {
    const [gift, member] = [await aGift(), await aSaver()];
    const id = await taken(member, gift, { collectStoreId: store });
    const keeper = await aKeeper();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => cancelRedemption(id, "Sold out at the maker's", keeper)),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await pointsOf(member.accountId)).toBe(1_000);
    expect(await shelvesOf(gift.itemId)).toEqual({ onHand: 10, reserved: 0 });
  });
});

test("a member that does not exist takes nothing", async () => {
  const gift = await aGift();
  const request = {
    memberId: 999_999,
    wanted: [{ variantId: gift.variantId, quantity: 1, seenPrice: { points: 500, moneyMinor: 0 } }],
    collectStoreId: store,
    collectorName: null,
    address: null,
    requestKey: randomUUID(),
    by: 1,
  };
  await expect(redeemGift(request)).rejects.toThrow("no member");
});

test("after all of this the books agree", async () => {
  expect(await verifyStock(db())).toEqual([]);
  expect(await verifyLedger(db())).toMatchObject({ ok: true });
});
