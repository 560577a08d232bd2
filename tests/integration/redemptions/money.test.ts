import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { payables } from "#app/features.server.ts";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { loadBalance } from "#app/modules/ledger/load-balance.server.ts";
import { verifyLedger } from "#app/modules/ledger/verify-ledger.server.ts";
import { answerPaymentTask, listPaymentTasks } from "#app/modules/payments/payment-tasks.server.ts";
import { recordAtCounter } from "#app/modules/payments/record-at-counter.server.ts";
import { refundAtCounter } from "#app/modules/payments/refund-payment.server.ts";
import {
  cancelOwnRedemption,
  cancelRedemption,
} from "#app/modules/redemptions/cancel-redemption.server.ts";
import { eraseRedemptions } from "#app/modules/redemptions/erase-redemptions.server.ts";
import { handOver } from "#app/modules/redemptions/hand-over.server.ts";
import { issuePaidVouchers } from "#app/modules/redemptions/issue-paid-vouchers.server.ts";
import { lapseRedemptions } from "#app/modules/redemptions/lapse-redemptions.server.ts";
import {
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
  taken,
} from "../../support/gifts.ts";
import { aPerson } from "../../support/people.ts";

testDatabase();

let store = 0;
let finance = { by: 0, address: "10.0.0.8" };
beforeAll(async () => {
  await ensureClub(db());
  store = await aStore();
  const { id } = await aPerson({ name: "沈岚", roles: ["finance"] });
  finance = { ...finance, by: id };
});

const PRICED = { points: 500, moneyMinor: 39_900 };
/** What finance is asked to refund of a payment. */
const dueOf = async (paymentId: number) =>
  (await listPaymentTasks(db(), 100))
    .filter((task) => task.kind === "refund-due" && task.paymentId === paymentId)
    .map(({ amountMinor }) => amountMinor);
const pointsOf = async (accountId: number) => (await loadBalance(db(), accountId)).available;
const paymentOf = async (id: number) =>
  db().payment.findUniqueOrThrow({ where: { id: (await redemptionOf(id)).paymentId ?? 0 } });

async function paid(id: number) {
  const { id: paymentId, amountMinor } = await paymentOf(id);
  return recordAtCounter(
    {
      paymentId,
      method: "wechat",
      receiptNumber: "T-1",
      storeId: store,
      requestKey: randomUUID(),
      amountMinor: Number(amountMinor),
    },
    await aKeeper(),
    payables,
  );
}

async function refunded(id: number, takeBack: boolean) {
  const { id: paymentId, amountMinor } = await paymentOf(id);
  const refund = {
    paymentId,
    amountMinor: Number(amountMinor),
    reason: "The coating failed",
    method: "cash" as const,
    receiptNumber: "R-1",
    storeId: store,
    takeBack,
    requestKey: randomUUID(),
  };
  return refundAtCounter(refund, finance, payables);
}

test("the money of several pieces is owed beside their points, for as long as the club says", async () => {
  const gift = await aGift({ ...PRICED, fulfilment: "ship" });
  const member = await aSaver();
  const id = await taken(member, gift, { quantity: 2, address: PARCEL });
  expect(await paymentOf(id)).toMatchObject({
    purpose: "gift",
    reference: String(id),
    amountMinor: 79_800n,
    currency: "CNY",
    state: "open",
    dueUntil: expect.any(Date),
  });
  expect(await pointsOf(member.accountId)).toBe(0);
});

test("a thing is neither handed over nor shipped before it is paid for", async () => {
  const [gift, member, keeper] = [await aGift(PRICED), await aSaver(), await aKeeper()];
  const id = await taken(member, gift, { collectStoreId: store });
  expect((await paymentOf(id)).dueUntil).toBeNull();
  const over = () => handOver(id, { memberId: member.memberId, collector: "owner" }, keeper);
  expect(await over()).toEqual({ ok: false, refusal: "unpaid" });
  const parcel = await taken(await aSaver(), await aGift({ ...PRICED, fulfilment: "ship" }), {
    address: PARCEL,
  });
  const carrier = { carrier: "SF", trackingNumber: "1" };
  expect(await shipRedemption(parcel, carrier, keeper)).toEqual({ ok: false, refusal: "unpaid" });
  expect(await paid(id)).toMatchObject({ ok: true });
  expect(await over()).toEqual({ ok: true, state: "collected" });
});

test("a voucher is issued once it is paid for, and once", async () => {
  const gift = await aGift({ ...PRICED, fulfilment: "voucher" });
  const id = await taken(await aSaver(), gift);
  expect(await redemptionOf(id)).toMatchObject({ state: "requested", voucher: null });
  expect(await shelvesOf(gift.itemId)).toEqual({ onHand: 10, reserved: 1 });
  const answers = await Promise.all([paid(id), paid(id), paid(id)]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  const redemption = await redemptionOf(id);
  expect(redemption).toMatchObject({ state: "issued", voucher: { uses: 1 } });
  expect(redemption.steps.map(({ step }) => step)).toEqual(["requested", "paid", "issued"]);
  expect(await shelvesOf(gift.itemId)).toEqual({ onHand: 9, reserved: 0 });
});

test("a voucher that is paid for while a count has left none waits, and is issued once there are some", async () => {
  const gift = await aGift({ ...PRICED, fulfilment: "voucher", pieces: 1 });
  const id = await taken(await aSaver(), gift);
  const lost = { itemId: gift.itemId, storeId: null, kind: "count" as const, onHand: -1 };
  await moveStock(db(), [{ ...lost, reason: "Not found", by: finance.by }]);
  expect(await paid(id)).toMatchObject({ ok: true });
  expect(await redemptionOf(id)).toMatchObject({ state: "requested", voucher: null });
  expect(await issuePaidVouchers()).toBe(0);
  await putOnShelf(gift.itemId, 1);
  expect(await issuePaidVouchers()).toBe(1);
  expect(await issuePaidVouchers()).toBe(0);
  expect((await redemptionOf(id)).state).toBe("issued");
});

describe("thinking better of it", () => {
  test("what is owed is owed no more", async () => {
    const [gift, member] = [await aGift(PRICED), await aSaver()];
    const id = await taken(member, gift, { collectStoreId: store });
    await cancelOwnRedemption(id, { memberId: member.memberId, personId: member.id });
    expect((await paymentOf(id)).state).toBe("cancelled");
    expect(await paid(id)).toEqual({ ok: false, refusal: "cancelled" });
  });

  test("what was paid stays paid until finance refunds it", async () => {
    const [gift, member] = [await aGift(PRICED), await aSaver()];
    const id = await taken(member, gift, { collectStoreId: store });
    await paid(id);
    expect(await cancelRedemption(id, "Out of print", await aKeeper())).toMatchObject({ ok: true });
    const { id: paymentId, state } = await paymentOf(id);
    expect(state).toBe("paid");
    expect(await dueOf(paymentId)).toEqual([39_900]);
    expect(await refunded(id, false)).toMatchObject({ ok: true });
    expect(await dueOf(paymentId)).toEqual([]);
    expect(await pointsOf(member.accountId)).toBe(1_000);
  });

  test("paid and cancelled in one moment is one of the two", async () => {
    const [gift, member] = [await aGift(PRICED), await aSaver()];
    const id = await taken(member, gift, { collectStoreId: store });
    const who = { memberId: member.memberId, personId: member.id };
    const [money, cancelled] = await Promise.all([paid(id), cancelOwnRedemption(id, who)]);
    expect(cancelled.ok).toBe(true);
    const { state } = await paymentOf(id);
    expect(state).toBe(money.ok ? "paid" : "cancelled");
    expect(await shelvesOf(gift.itemId)).toEqual({ onHand: 10, reserved: 0 });
  });
});

test("what is paid for and comes back in its parcel, or is left behind, waits for finance, until they say it stays", async () => {
  const keeper = await aKeeper();
  const parcel = await taken(await aSaver(), await aGift({ ...PRICED, fulfilment: "ship" }), {
    address: PARCEL,
  });
  await paid(parcel);
  await shipRedemption(parcel, { carrier: "SF", trackingNumber: "1" }, keeper);
  await returnRedemption(parcel, { toShelf: true, reason: "Not found" }, keeper);
  const { id: parcelPayment } = await paymentOf(parcel);
  expect(await dueOf(parcelPayment)).toEqual([39_900]);

  const [gift, member] = [await aGift(PRICED), await aSaver()];
  const left = await taken(member, gift, { collectStoreId: store });
  await paid(left);
  const leaver = {
    personId: member.id,
    member: { id: member.memberId, accountId: member.accountId },
    email: null,
    keptLetter: null,
  };
  await db().$transaction((tx) => eraseRedemptions(tx, leaver));
  const { id: leftPayment } = await paymentOf(left);
  expect(await dueOf(leftPayment)).toEqual([39_900]);
  const stays = { kind: "refund-due" as const, id: leftPayment };
  expect(await answerPaymentTask(stays, finance)).toBe(true);
  expect(await answerPaymentTask(stays, finance)).toBe(false);
  expect(await dueOf(leftPayment)).toEqual([]);
});

describe("a refund", () => {
  test("by itself moves money alone", async () => {
    const [gift, member] = [await aGift(PRICED), await aSaver()];
    const id = await taken(member, gift, { collectStoreId: store });
    await paid(id);
    await refunded(id, false);
    expect(await redemptionOf(id)).toMatchObject({ state: "requested" });
    expect(await pointsOf(member.accountId)).toBe(500);
  });

  test("with the gift taken back gives its points and its piece back", async () => {
    const gift = await aGift({ ...PRICED, fulfilment: "voucher" });
    const member = await aSaver();
    const id = await taken(member, gift);
    await paid(id);
    expect(await refunded(id, true)).toMatchObject({ ok: true });
    expect(await redemptionOf(id)).toMatchObject({ state: "cancelled" });
    expect(await pointsOf(member.accountId)).toBe(1_000);
    expect(await shelvesOf(gift.itemId)).toEqual({ onHand: 10, reserved: 0 });
  });

  test("of what was collected gives the points back; the piece is with somebody", async () => {
    const [gift, member, keeper] = [await aGift(PRICED), await aSaver(), await aKeeper()];
    const id = await taken(member, gift, { collectStoreId: store });
    await paid(id);
    await handOver(id, { memberId: member.memberId, collector: "owner" }, keeper);
    await refunded(id, true);
    expect(await pointsOf(member.accountId)).toBe(1_000);
    expect(await shelvesOf(gift.itemId)).toEqual({ onHand: 9, reserved: 0 });
  });
});

test("what nobody pays for in time ends, and its points and its piece are back", async () => {
  const gift = await aGift({ ...PRICED, fulfilment: "voucher" });
  const member = await aSaver();
  const id = await taken(member, gift);
  const { dueUntil } = await paymentOf(id);
  const due = dueUntil as Date;
  await lapseRedemptions(new Date(due.getTime() - 1));
  expect((await redemptionOf(id)).state).toBe("requested");
  await lapseRedemptions(due);
  expect((await redemptionOf(id)).state).toBe("lapsed");
  expect((await paymentOf(id)).state).toBe("cancelled");
  expect(await pointsOf(member.accountId)).toBe(1_000);
  expect(await shelvesOf(gift.itemId)).toEqual({ onHand: 10, reserved: 0 });
});

test("after all of this the books agree", async () => {
  expect(await verifyStock(db())).toEqual([]);
  expect(await verifyLedger(db())).toMatchObject({ ok: true });
});
