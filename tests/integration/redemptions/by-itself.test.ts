import { beforeAll, describe, expect, test } from "vitest";
import { erasures } from "#app/features.server.ts";
import { closeAccounts } from "#app/modules/account/close-accounts.server.ts";
import { loadClosing } from "#app/modules/account/load-closing.server.ts";
import { requestClosing } from "#app/modules/account/request-closing.server.ts";
import { loadBalance } from "#app/modules/ledger/load-balance.server.ts";
import { verifyLedger } from "#app/modules/ledger/verify-ledger.server.ts";
import { exportTables } from "#app/modules/redemptions/export-tables.server.ts";
import { handOver } from "#app/modules/redemptions/hand-over.server.ts";
import { lapseRedemptions } from "#app/modules/redemptions/lapse-redemptions.server.ts";
import { extendWaiting, makeReady } from "#app/modules/redemptions/make-ready.server.ts";
import { recordVoucherUse } from "#app/modules/redemptions/record-voucher-use.server.ts";
import { remindOfWaitingGifts } from "#app/modules/redemptions/remind-of-waiting-gifts.server.ts";
import {
  deliverOldParcels,
  returnRedemption,
  shipRedemption,
} from "#app/modules/redemptions/ship-redemption.server.ts";
import { verifyStock } from "#app/modules/stock/verify-stock.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import {
  aGift,
  aPickUp,
  aSaver,
  PARCEL,
  redemptionOf,
  shelvesOf,
  taken,
} from "../../support/gifts.ts";
import type { TestMember } from "../../support/people.ts";

testDatabase();

const DAY_MS = 86_400_000;
let store = 0;
let keeper = { by: 0, address: "" };
beforeAll(async () => {
  ({ store, keeper } = await aPickUp());
});

const pointsOf = async ({ accountId }: TestMember) =>
  (await loadBalance(db(), accountId)).available;
const lettersOf = async ({ id }: TestMember) =>
  (await db().mail.findMany({ where: { personId: id }, orderBy: { id: "asc" } })).map(
    ({ props }) => (props as { step: string }).step,
  );

/** A gift that lies ready; its time ends in so many milliseconds. */
async function waiting(endsIn: number) {
  const [gift, member] = [await aGift(), await aSaver()];
  const id = await taken(member, gift, { collectStoreId: store });
  await makeReady(id, keeper.by);
  await db().redemption.update({
    where: { id },
    data: { collectBy: new Date(Date.now() + endsIn) },
  });
  return { gift, member, id };
}

async function held(uses = 1) {
  const [gift, member] = [
    await aGift({ fulfilment: "voucher", voucherUses: uses }),
    await aSaver(),
  ];
  const id = await taken(member, gift);
  return { gift, member, id, code: (await redemptionOf(id)).voucher?.code ?? "" };
}

const endVoucher = (redemptionId: number) =>
  db().voucher.update({
    where: { redemptionId },
    data: { validThrough: new Date(Date.now() - 2 * DAY_MS) },
  });

describe("not collected in time", () => {
  test("it lapses once, however many runs there are: points and piece are back, and its owner is told", async () => {
    const { gift, member, id } = await waiting(-1);
    await Promise.all([lapseRedemptions(), lapseRedemptions(), lapseRedemptions()]);
    expect(await redemptionOf(id)).toMatchObject({ state: "lapsed", collectorName: null });
    expect(await pointsOf(member)).toBe(1_000);
    expect(await shelvesOf(gift.itemId)).toEqual({ onHand: 10, reserved: 0 });
    expect(await lettersOf(member)).toEqual(["requested", "ready", "lapsed"]);
    expect(await lapseRedemptions()).toBe(0);
  });

  test("one whose points cannot be given back holds up nobody else's, and lapses once they can", async () => {
    const [broken, other] = [await waiting(-2_000), await waiting(-1)];
    const { entryId } = await redemptionOf(broken.id);
    await db().redemption.update({ where: { id: broken.id }, data: { entryId: 999_999_999n } });
    await expect(lapseRedemptions()).rejects.toThrow();
    expect((await redemptionOf(other.id)).state).toBe("lapsed");
    expect((await redemptionOf(broken.id)).state).toBe("ready");
    await db().redemption.update({ where: { id: broken.id }, data: { entryId } });
    expect(await lapseRedemptions()).toBe(1);
  });

  test("not a minute early, nor what was given more time", async () => {
    const [early, longer] = [await waiting(60_000), await waiting(-1)];
    await extendWaiting(longer.id, "On holiday", keeper);
    expect(await lapseRedemptions()).toBe(0);
    expect((await redemptionOf(early.id)).state).toBe("ready");
    expect((await redemptionOf(longer.id)).state).toBe("ready");
  });

  test("handed over and lapsed at once: one of the two", async () => {
    for (let turn = 0; turn < 5; turn++) {
      const { gift, member, id } = await waiting(-1);
      await Promise.all([
        handOver(id, { memberId: member.memberId, collector: "owner" }, keeper),
        lapseRedemptions(),
      ]);
      const lapsed = (await redemptionOf(id)).state === "lapsed";
      expect(await pointsOf(member)).toBe(lapsed ? 1_000 : 500);
      expect((await shelvesOf(gift.itemId)).onHand).toBe(lapsed ? 10 : 9);
    }
  });
});

describe("a voucher whose last day is over", () => {
  test("gives points and piece back where nobody used it", async () => {
    const { gift, member, id } = await held();
    await endVoucher(id);
    expect(await lapseRedemptions()).toBe(1);
    expect((await redemptionOf(id)).state).toBe("lapsed");
    expect(await pointsOf(member)).toBe(1_000);
    expect(await shelvesOf(gift.itemId)).toEqual({ onHand: 10, reserved: 0 });
  });

  test("gives nothing back where it was used in part", async () => {
    const { gift, member, id, code } = await held(3);
    await recordVoucherUse(code, { storeId: store, requestKey: "in-part" }, keeper);
    await endVoucher(id);
    expect(await lapseRedemptions()).toBe(1);
    expect(await pointsOf(member)).toBe(500);
    expect(await shelvesOf(gift.itemId)).toEqual({ onHand: 9, reserved: 0 });
  });
});

describe("reminded", () => {
  test("a week before the end, once, however many runs there are; and once more after more time", async () => {
    await remindOfWaitingGifts();
    const { member, id } = await waiting(6 * DAY_MS);
    await waiting(8 * DAY_MS);
    const runs = [remindOfWaitingGifts(), remindOfWaitingGifts(), remindOfWaitingGifts()];
    const reminded = await Promise.all(runs);
    expect(reminded.reduce((sum, each) => sum + each, 0)).toBe(1);
    expect(await remindOfWaitingGifts()).toBe(0);
    await db().redemption.update({
      where: { id },
      data: { collectBy: new Date(Date.now() + 5 * DAY_MS) },
    });
    expect(await remindOfWaitingGifts()).toBe(1);
    expect(await lettersOf(member)).toEqual(["requested", "ready", "reminder", "reminder"]);
  });
});

describe("a parcel", () => {
  async function sentDaysAgo(days: number) {
    const [gift, member] = [await aGift({ fulfilment: "ship" }), await aSaver()];
    const id = await taken(member, gift, { address: PARCEL });
    await shipRedemption(id, { carrier: "顺丰", trackingNumber: "SF1" }, keeper);
    return { id, member, at: new Date(Date.now() + days * DAY_MS) };
  }

  test("that did not come back for thirty days has arrived, and its address goes", async () => {
    const { id, at } = await sentDaysAgo(31);
    expect(await deliverOldParcels()).toBe(0);
    expect((await redemptionOf(id)).address).toEqual(PARCEL);
    expect(await deliverOldParcels(at)).toBe(1);
    expect(await redemptionOf(id)).toMatchObject({ state: "delivered", address: null });
    expect((await redemptionOf(id)).steps.at(-1)).toMatchObject({ createdBy: null });
  });

  test("can still come back afterwards", async () => {
    const { id, member, at } = await sentDaysAgo(31);
    await deliverOldParcels(at);
    const back = { toShelf: true, reason: "Found at the carrier's" };
    expect(await returnRedemption(id, back, keeper)).toMatchObject({ ok: true });
    expect(await pointsOf(member)).toBe(1_000);
  });
});

describe("an account that closes", () => {
  test("gives up what was not given, keeps what was, and its owner is told before", async () => {
    const member = await aSaver(5_000);
    const gift = await aGift({ points: 100, pieces: 20 });
    const open = await taken(member, gift, { collectStoreId: store, collectorName: "林小满" });
    const ready = await taken(member, gift, { collectStoreId: store });
    await makeReady(ready, keeper.by);
    const given = await taken(member, gift, { collectStoreId: store, collectorName: "林小满" });
    const to = { memberId: member.memberId, collector: "substitute" as const };
    await handOver(given, to, keeper);
    const parcel = await taken(member, await aGift({ fulfilment: "ship", points: 100 }), {
      address: PARCEL,
    });
    await shipRedemption(parcel, { carrier: "顺丰", trackingNumber: "SF7" }, keeper);
    const whole = await taken(member, await aGift({ fulfilment: "voucher", points: 100 }));
    const part = await taken(
      member,
      await aGift({ fulfilment: "voucher", voucherUses: 2, points: 100 }),
    );
    const code = (await redemptionOf(part)).voucher?.code ?? "";
    await recordVoucherUse(code, { storeId: store, requestKey: "before-closing" }, keeper);

    const account = { id: member.memberId, accountId: member.accountId, person: { id: member.id } };
    expect((await loadClosing(db(), account)).openGifts).toBe(4);
    await requestClosing(member.id, new Date(Date.now() - 16 * DAY_MS));
    await closeAccounts(erasures);
    const stateOf = async (id: number) => (await redemptionOf(id)).state;
    expect(await Promise.all([open, ready, whole].map(stateOf))).toEqual([
      "cancelled",
      "cancelled",
      "cancelled",
    ]);
    expect(await Promise.all([given, parcel, part].map(stateOf))).toEqual([
      "collected",
      "shipped",
      "lapsed",
    ]);
    for (const id of [open, given, parcel]) {
      expect(await redemptionOf(id)).toMatchObject({
        address: null,
        collectorName: null,
        trackingNumber: null,
      });
    }
    expect(await loadBalance(db(), member.accountId)).toMatchObject({ available: 0, debt: 0 });
    // Kept in his own number: one handed over, nothing promised.
    expect(await shelvesOf(gift.itemId)).toEqual({ onHand: 19, reserved: 0 });
  });
});

test("a copy of one's data names what was taken, to whom and where it went", async () => {
  const member = await aSaver();
  await taken(member, await aGift({ fulfilment: "ship", titleEn: "Tea", points: 100 }), {
    address: PARCEL,
  });
  const voucher = await taken(member, await aGift({ fulfilment: "voucher", points: 100 }));
  const rows: unknown[] = [];
  const whose = {
    personId: member.id,
    member: { id: member.memberId, accountId: member.accountId },
    locale: "en" as const,
  };
  for (const table of exportTables) {
    for await (const some of table.rows(whose as never)) rows.push(...some);
  }
  const { code } = (await redemptionOf(voucher)).voucher ?? { code: "" };
  expect(rows).toMatchObject([
    { gift: "Tea", pieces: 1, points: 100, sentTo: expect.stringContaining("湖畔路") },
    { voucher: code.match(/.{4}/g)?.join("-") },
    {},
    {},
    {},
  ]);
});

test("after all of this the books agree", async () => {
  expect(await verifyStock(db())).toEqual([]);
  expect(await verifyLedger(db())).toMatchObject({ ok: true });
});
