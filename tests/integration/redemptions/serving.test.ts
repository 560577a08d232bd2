import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { loadBalance } from "#app/modules/ledger/load-balance.server.ts";
import { reverseEntry } from "#app/modules/ledger/reverse-entry.server.ts";
import { verifyLedger } from "#app/modules/ledger/verify-ledger.server.ts";
import { cancelRedemption } from "#app/modules/redemptions/cancel-redemption.server.ts";
import { exchangeGift } from "#app/modules/redemptions/exchange-gift.server.ts";
import { handOver, handOverSeveral } from "#app/modules/redemptions/hand-over.server.ts";
import { loadOpenRedemptions } from "#app/modules/redemptions/load-member-redemptions.server.ts";
import { loadRedemptionPage } from "#app/modules/redemptions/load-redemption-page.server.ts";
import {
  extendWaiting,
  makeReady,
  makeSeveralReady,
} from "#app/modules/redemptions/make-ready.server.ts";
import {
  deliverRedemption,
  returnRedemption,
  shipRedemption,
} from "#app/modules/redemptions/ship-redemption.server.ts";
import { moveStock } from "#app/modules/stock/move-stock.server.ts";
import { verifyStock } from "#app/modules/stock/verify-stock.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import {
  aGift,
  aKeeper,
  aSaver,
  aStore,
  PARCEL,
  putOnShelf,
  redemptionOf,
  shelvesOf,
  type TestGift,
  taken,
} from "../../support/gifts.ts";
import { earn } from "../../support/ledger-fixtures.ts";
import type { TestMember } from "../../support/people.ts";

testDatabase();

let store = 0;
let keeper = { by: 0, address: "" };
beforeAll(async () => {
  await ensureClub(db());
  store = await aStore();
  keeper = await aKeeper();
});

const pointsOf = async ({ accountId }: TestMember) =>
  (await loadBalance(db(), accountId)).available;
const ownerOf = ({ memberId }: TestMember) => ({ memberId, collector: "owner" as const });
const lettersOf = async ({ id }: TestMember) =>
  (await db().mail.findMany({ where: { personId: id }, orderBy: { id: "asc" } })).map(
    ({ props }) => (props as { step: string }).step,
  );
const shelf = (itemId: number, storeId: number | null) =>
  db().stockLevel.findFirst({
    where: { itemId, storeId },
    select: { onHand: true, reserved: true },
  });

/** A gift that somebody took and will collect at the store. */
async function collected(gift?: TestGift) {
  const [what, member] = [gift ?? (await aGift()), await aSaver()];
  const id = await taken(member, what, { collectStoreId: store });
  return { gift: what, member, id };
}

/** A gift that somebody took and wants sent. */
async function parcel() {
  const [gift, member] = [await aGift({ fulfilment: "ship" }), await aSaver()];
  const id = await taken(member, gift, { address: PARCEL });
  return { gift, member, id };
}

/** A count that finds fewer pieces than there should be. */
async function lose(itemId: number, pieces: number, storeId: number | null = null) {
  await moveStock(db(), [
    { itemId, storeId, kind: "count", onHand: -pieces, reason: "Counted", by: keeper.by },
  ]);
}

const done = (answers: readonly { ok: boolean }[]) => answers.filter(({ ok }) => ok).length;
const tenTimes = <Answer>(act: () => Promise<Answer>) =>
  Promise.all(Array.from({ length: 10 }, act));

describe("laid out", () => {
  test("moves the piece to the store where it is collected, and says until when", async () => {
    const { gift, member, id } = await collected();
    expect(await makeReady(id, keeper.by)).toEqual({ ok: true, state: "ready" });
    expect(await shelf(gift.itemId, null)).toEqual({ onHand: 9, reserved: 0 });
    expect(await shelf(gift.itemId, store)).toEqual({ onHand: 1, reserved: 1 });
    const { collectBy, stockStoreId, steps } = await redemptionOf(id);
    expect(stockStoreId).toBe(store);
    // To the end of the thirtieth day in Shanghai.
    const days = ((collectBy as Date).getTime() - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(30);
    expect(days).toBeLessThanOrEqual(31);
    expect((collectBy as Date).toISOString()).toMatch(/T16:00:00.000Z$/);
    expect(steps.at(-1)).toMatchObject({ step: "ready", createdBy: keeper.by });
    expect(await lettersOf(member)).toEqual(["requested", "ready"]);
  });

  test("from the store's own shelf nothing moves", async () => {
    const gift = await aGift({ pieces: 0 });
    await putOnShelf(gift.itemId, 1, store);
    const { id } = await collected(gift);
    await makeReady(id, keeper.by);
    expect(await db().stockMovement.count({ where: { redemptionId: id } })).toBe(1);
    expect(await shelf(gift.itemId, store)).toEqual({ onHand: 1, reserved: 1 });
  });

  test("ten at once lay it out once", async () => {
    const { gift, member, id } = await collected();
    expect(done(await tenTimes(() => makeReady(id, keeper.by)))).toBe(1);
    expect(await shelf(gift.itemId, store)).toEqual({ onHand: 1, reserved: 1 });
    expect(await lettersOf(member)).toEqual(["requested", "ready"]);
  });

  test("of several, one that cannot be keeps no other from its owner", async () => {
    const [one, gone, sent] = [await collected(), await collected(), await parcel()];
    await cancelRedemption(gone.id, "Thought better of it", keeper);
    const answers = await makeSeveralReady([one.id, gone.id, sent.id, 999_999], keeper.by);
    expect(answers.map(({ answer }) => answer)).toEqual([
      { ok: true, state: "ready" },
      { ok: false, refusal: "not-now", state: "cancelled" },
      { ok: false, refusal: "not-now", state: "requested" },
      { ok: false, refusal: "no-such-redemption" },
    ]);
  });

  test("more time counts from today, is told, and is written down", async () => {
    const { member, id } = await collected();
    expect(await extendWaiting(id, "On holiday", keeper)).toMatchObject({ refusal: "not-now" });
    await makeReady(id, keeper.by);
    const soon = new Date(Date.now() + 3_600_000);
    await db().redemption.update({ where: { id }, data: { collectBy: soon } });
    expect(await extendWaiting(id, "On holiday", keeper)).toEqual({ ok: true, state: "ready" });
    const { collectBy, steps } = await redemptionOf(id);
    expect((collectBy as Date).getTime()).toBeGreaterThan(soon.getTime() + 29 * 86_400_000);
    expect(steps.at(-1)).toMatchObject({ step: "extended", detail: { reason: "On holiday" } });
    expect(await lettersOf(member)).toEqual(["requested", "ready", "ready"]);
    const audit = await db().auditEntry.count({
      where: { action: "redemption.extended", subject: `redemption:${id}` },
    });
    expect(audit).toBe(1);
  });
});

describe("handed over", () => {
  test("the piece leaves the shelf; the owner is told", async () => {
    const { gift, member, id } = await collected();
    await makeReady(id, keeper.by);
    expect(await handOver(id, ownerOf(member), keeper)).toEqual({ ok: true, state: "collected" });
    expect(await shelvesOf(gift.itemId)).toEqual({ onHand: 9, reserved: 0 });
    expect(await lettersOf(member)).toEqual(["requested", "ready", "collected"]);
    expect((await redemptionOf(id)).steps.at(-1)).toMatchObject({
      step: "collected",
      createdBy: keeper.by,
      detail: { collector: "owner" },
    });
  });

  test("before it was laid out, to whoever stands there already", async () => {
    const { gift, member, id } = await collected();
    expect(await handOver(id, ownerOf(member), keeper)).toMatchObject({ ok: true });
    expect(await shelf(gift.itemId, null)).toEqual({ onHand: 9, reserved: 0 });
  });

  test("not to anybody else", async () => {
    const [{ gift, id }, other] = [await collected(), await aSaver()];
    expect(await handOver(id, ownerOf(other), keeper)).toEqual({
      ok: false,
      refusal: "no-such-redemption",
    });
    expect(await shelvesOf(gift.itemId)).toEqual({ onHand: 10, reserved: 1 });
  });

  test("to a substitute only where the owner named one; the name stays out of what is kept for ever", async () => {
    const { member, id } = await collected();
    const substitute = { memberId: member.memberId, collector: "substitute" as const };
    expect(await handOver(id, substitute, keeper)).toEqual({
      ok: false,
      refusal: "nobody-named",
    });
    const named = await taken(member, await aGift(), {
      collectStoreId: store,
      collectorName: "林小满",
    });
    expect(await handOver(named, substitute, keeper)).toMatchObject({ ok: true });
    const page = await loadRedemptionPage(db(), named);
    expect(page).toMatchObject({ collectorName: "林小满", state: "collected" });
    expect(page?.steps.at(-1)?.detail).toEqual({ collector: "substitute" });
    const audit = await db().auditEntry.findMany({
      where: { subject: `redemption:${named}` },
      select: { detail: true },
    });
    expect(JSON.stringify(audit)).not.toContain("林小满");
  });

  test("ten at once hand it over once", async () => {
    const { gift, member, id } = await collected();
    expect(done(await tenTimes(() => handOver(id, ownerOf(member), keeper)))).toBe(1);
    expect(await shelvesOf(gift.itemId)).toEqual({ onHand: 9, reserved: 0 });
    expect(await handOver(id, ownerOf(member), keeper)).toEqual({
      ok: false,
      refusal: "not-now",
      state: "collected",
    });
  });

  test("handed over and cancelled at once: one of the two", async () => {
    for (let turn = 0; turn < 5; turn++) {
      const { gift, member, id } = await collected();
      const answers = await Promise.all([
        handOver(id, ownerOf(member), keeper),
        cancelRedemption(id, "Sold out", keeper),
      ]);
      expect(done(answers)).toBe(1);
      const { state } = await redemptionOf(id);
      expect(await pointsOf(member)).toBe(state === "collected" ? 500 : 1_000);
      const onHand = state === "collected" ? 9 : 10;
      expect(await shelvesOf(gift.itemId)).toEqual({ onHand, reserved: 0 });
    }
  });

  test("several at once: what is somebody else's, or gone, stays; the others are handed over", async () => {
    const [member, other] = [await aSaver(2_000), await collected()];
    const take = async () => taken(member, await aGift(), { collectStoreId: store });
    const [first, second, third] = [await take(), await take(), await take()];
    await cancelRedemption(second, "Sold out", keeper);
    const answers = await handOverSeveral(
      [first, second, third, other.id],
      ownerOf(member),
      keeper,
    );
    expect(answers.map(({ answer }) => answer.ok)).toEqual([true, false, true, false]);
    expect(await loadOpenRedemptions(db(), member.memberId)).toEqual([]);
    expect((await redemptionOf(other.id)).state).toBe("requested");
  });

  test("an owner who fell back to silver keeps the gold gift", async () => {
    const [gift, member] = [await aGift(), await aSaver()];
    const id = await taken(member, gift, { collectStoreId: store });
    await db().gift.update({ where: { id: gift.giftId }, data: { tier: "gold" } });
    await makeReady(id, keeper.by);
    expect(await handOver(id, ownerOf(member), keeper)).toMatchObject({ ok: true });
  });
});

describe("sent", () => {
  test("by a carrier in free words; the address goes when it has arrived", async () => {
    const { gift, member, id } = await parcel();
    const sent = { carrier: "顺丰", trackingNumber: "SF1234567890" };
    expect(await shipRedemption(id, sent, keeper)).toEqual({ ok: true, state: "shipped" });
    expect(await shelvesOf(gift.itemId)).toEqual({ onHand: 9, reserved: 0 });
    expect(await redemptionOf(id)).toMatchObject({ ...sent, address: PARCEL });
    expect(await deliverRedemption(id, keeper.by)).toEqual({ ok: true, state: "delivered" });
    expect(await redemptionOf(id)).toMatchObject({ address: null, trackingNumber: "SF1234567890" });
    expect(await lettersOf(member)).toEqual(["requested", "shipped"]);
  });

  test("ten at once send it once", async () => {
    const { gift, id } = await parcel();
    const sent = { carrier: "顺丰", trackingNumber: "SF1" };
    expect(done(await tenTimes(() => shipRedemption(id, sent, keeper)))).toBe(1);
    expect(await shelvesOf(gift.itemId)).toEqual({ onHand: 9, reserved: 0 });
  });

  test("what comes back gives the points back, and the piece where it is whole", async () => {
    for (const [toShelf, onHand] of [
      [true, 10],
      [false, 9],
    ] as const) {
      const { gift, member, id } = await parcel();
      const back = { toShelf, reason: "Nobody at home" };
      expect(await returnRedemption(id, back, keeper)).toMatchObject({ refusal: "not-now" });
      await shipRedemption(id, { carrier: "顺丰", trackingNumber: "SF2" }, keeper);
      const answers = await tenTimes(() => returnRedemption(id, back, keeper));
      expect(done(answers)).toBe(1);
      expect(await pointsOf(member)).toBe(1_000);
      expect(await shelvesOf(gift.itemId)).toEqual({ onHand, reserved: 0 });
      expect((await redemptionOf(id)).address).toBeNull();
      expect(await lettersOf(member)).toEqual(["requested", "shipped", "returned"]);
    }
  });

  test("what is cancelled before it was sent needs no address any more", async () => {
    const { id } = await parcel();
    await cancelRedemption(id, "Sold out", keeper);
    expect((await redemptionOf(id)).address).toBeNull();
  });

  test("a gift to collect is not sent, and a parcel not handed over", async () => {
    const [here, sent] = [await collected(), await parcel()];
    const carrier = { carrier: "顺丰", trackingNumber: "SF3" };
    expect(await shipRedemption(here.id, carrier, keeper)).toMatchObject({ refusal: "not-now" });
    expect(await handOver(sent.id, ownerOf(sent.member), keeper)).toMatchObject({
      refusal: "not-now",
    });
    expect(await deliverRedemption(sent.id, keeper.by)).toMatchObject({ refusal: "not-now" });
  });
});

describe("exchanged", () => {
  const exchange = (changes: Partial<Parameters<typeof exchangeGift>[1]> = {}) => ({
    pieces: 1,
    reason: "Broken",
    toShelf: false,
    again: false,
    requestKey: randomUUID(),
    ...changes,
  });

  test("another piece leaves the shelf, no points do, and a form sent ten times is one", async () => {
    const { gift, member, id } = await collected();
    expect(await exchangeGift(id, exchange(), keeper)).toMatchObject({ refusal: "not-now" });
    await handOver(id, ownerOf(member), keeper);
    const form = exchange();
    const answers = await tenTimes(() => exchangeGift(id, form, keeper));
    expect(done(answers)).toBe(10);
    expect(await shelvesOf(gift.itemId)).toEqual({ onHand: 8, reserved: 0 });
    expect(await pointsOf(member)).toBe(500);
    const { state, steps } = await redemptionOf(id);
    expect(state).toBe("collected");
    expect(steps.filter(({ step }) => step === "exchanged")).toHaveLength(1);
  });

  test("the wrong colour goes back to the shelf", async () => {
    const { gift, member, id } = await collected();
    await handOver(id, ownerOf(member), keeper);
    await exchangeGift(id, exchange({ toShelf: true, reason: "Wrong colour" }), keeper);
    expect(await shelvesOf(gift.itemId)).toEqual({ onHand: 9, reserved: 0 });
  });

  test("each piece once, unless whoever keeps the gifts says so", async () => {
    const { gift, member, id } = await collected();
    await handOver(id, ownerOf(member), keeper);
    const answers = await tenTimes(() => exchangeGift(id, exchange(), keeper));
    expect(done(answers)).toBe(1);
    expect(answers.filter(({ ok }) => !ok)).toContainEqual({
      ok: false,
      refusal: "exchanged-before",
    });
    expect(await exchangeGift(id, exchange({ again: true }), keeper)).toMatchObject({ ok: true });
    expect(await shelvesOf(gift.itemId)).toEqual({ onHand: 7, reserved: 0 });
  });

  test("no more pieces than were taken, and none that is promised to somebody else", async () => {
    const gift = await aGift({ pieces: 2 });
    const [mine] = [await collected(gift), await collected(gift)];
    await handOver(mine.id, ownerOf(mine.member), keeper);
    expect(await exchangeGift(mine.id, exchange({ pieces: 2 }), keeper)).toMatchObject({
      refusal: "too-many",
    });
    expect(await exchangeGift(mine.id, exchange(), keeper)).toMatchObject({
      refusal: "out-of-stock",
    });
    expect(await shelvesOf(gift.itemId)).toEqual({ onHand: 1, reserved: 1 });
  });
});

describe("fewer on the shelf than are promised", () => {
  test("another shelf that has them free keeps the promise", async () => {
    const gift = await aGift({ pieces: 1 });
    const { member, id } = await collected(gift);
    await lose(gift.itemId, 1);
    expect(await loadRedemptionPage(db(), id)).toMatchObject({ short: true });
    const elsewhere = await aStore();
    await putOnShelf(gift.itemId, 1, elsewhere);
    expect(await makeReady(id, keeper.by)).toMatchObject({ ok: true });
    expect(await shelf(gift.itemId, elsewhere)).toEqual({ onHand: 0, reserved: 0 });
    expect(await shelf(gift.itemId, store)).toEqual({ onHand: 1, reserved: 1 });
    expect(await handOver(id, ownerOf(member), keeper)).toMatchObject({ ok: true });
  });

  test("where no shelf has them, nothing happens and it is said", async () => {
    const gift = await aGift({ pieces: 1 });
    const { member, id } = await collected(gift);
    await lose(gift.itemId, 1);
    expect(await makeReady(id, keeper.by)).toEqual({ ok: false, refusal: "out-of-stock" });
    expect(await handOver(id, ownerOf(member), keeper)).toEqual({
      ok: false,
      refusal: "out-of-stock",
    });
    expect((await redemptionOf(id)).state).toBe("requested");
    expect(await cancelRedemption(id, "None left", keeper)).toMatchObject({ ok: true });
    expect(await pointsOf(member)).toBe(1_000);
  });

  test("whoever came last goes short, what is laid out is there", async () => {
    const gift = await aGift({ pieces: 0 });
    await putOnShelf(gift.itemId, 3, store);
    const [first, second, third] = [
      await collected(gift),
      await collected(gift),
      await collected(gift),
    ];
    await makeReady(third.id, keeper.by);
    await lose(gift.itemId, 1, store);
    const short = async ({ id }: { id: number }) => (await loadRedemptionPage(db(), id))?.short;
    expect([await short(first), await short(second), await short(third)]).toEqual([
      false,
      true,
      false,
    ]);
  });
});

test("an award taken back after it bought a gift: the redemption stands, and staff see what is owed", async () => {
  const [gift, member] = [await aGift(), await aSaver(0)];
  const { entryId } = await earn(member.accountId, { points: 500 });
  const id = await taken(member, gift, { collectStoreId: store });
  const reversed = await reverseEntry(db(), {
    scope: "test",
    key: randomUUID(),
    entryId,
    meta: { for: "correction", reason: "order-cancelled" },
  });
  expect(reversed.ok).toBe(true);
  expect(await loadRedemptionPage(db(), id)).toMatchObject({ owes: true, state: "requested" });
  expect(await handOver(id, ownerOf(member), keeper)).toMatchObject({ ok: true });
});

test("after all of this the books agree", async () => {
  expect(await verifyStock(db())).toEqual([]);
  expect(await verifyLedger(db())).toMatchObject({ ok: true });
});
