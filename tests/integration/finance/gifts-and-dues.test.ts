import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { handOverPrize } from "#app/modules/draws/settle-win.server.ts";
import { duesByMonth } from "#app/modules/finance/dues-by-month.ts";
import { financeFile } from "#app/modules/finance/finance-file.server.ts";
import { loadDuesYears } from "#app/modules/finance/load-dues.server.ts";
import { loadGiftCost } from "#app/modules/finance/load-gift-cost.server.ts";
import { loadGiftsOwed } from "#app/modules/finance/load-gifts-owed.server.ts";
import { loadJournal } from "#app/modules/finance/load-journal.server.ts";
import { handOver } from "#app/modules/redemptions/hand-over.server.ts";
import { recordVoucherUse } from "#app/modules/redemptions/record-voucher-use.server.ts";
import { clubTime } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";
import { singleton } from "#app/platform/singleton.server.ts";
import { aDraft, aVisit, drawnDraw } from "../../support/draws.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import { aGift, aKeeper, aSaver, aStore, redemptionOf, taken } from "../../support/gifts.ts";
import { aMember } from "../../support/people.ts";

freshDatabase();
beforeEach(async () => {
  singleton("finance-sums", () => new Map()).clear();
  await ensureClub(db(), { currency: "CNY", timeZone: "Asia/Shanghai" });
});

const time = clubTime("Asia/Shanghai");
const today = time.dayOf(new Date());
const thisMonth = today.slice(0, 7);

test("a gift is owed until it is handed over, and costs in the month in which it was", async () => {
  const ring = await aGift({ costMinor: 1_200 });
  const unknown = await aGift();
  const saver = await aSaver(9_000);
  const collectStoreId = await aStore();
  const one = await taken(saver, ring, { quantity: 2, collectStoreId });
  await taken(saver, ring, { collectStoreId });
  await taken(saver, unknown, { collectStoreId });
  expect(await loadGiftsOwed(db())).toMatchObject([
    { giftId: ring.giftId, redemptions: 2, pieces: 3, points: 1_500, costMinor: 3_600 },
    { giftId: unknown.giftId, pieces: 1, costMinor: null, paidMinor: 0, openMinor: 0 },
  ]);

  await handOver(one, { memberId: saver.memberId, collector: "owner" }, await aKeeper());
  expect(await loadGiftsOwed(db())).toMatchObject([{ pieces: 1, costMinor: 1_200 }, { pieces: 1 }]);
  expect(await loadGiftCost(db(), [thisMonth], time)).toEqual([
    {
      ...{ month: thisMonth, currency: "CNY", why: "taken" },
      ...{ pieces: 2, costMinor: 2_400, piecesWithoutCost: 0 },
    },
  ]);
  expect(await loadGiftCost(db(), ["2020-01"], time)).toEqual([]);
});

test("a voucher costs, and is owed, by its uses", async () => {
  const wash = await aGift({ fulfilment: "voucher", voucherUses: 4, costMinor: 2_000 });
  const id = await taken(await aSaver(), wash);
  const { voucher } = await redemptionOf(id);
  const keeper = await aKeeper();
  await recordVoucherUse(
    voucher?.code ?? "",
    { storeId: await aStore(), requestKey: randomUUID() },
    keeper,
  );
  expect(await loadGiftsOwed(db())).toMatchObject([{ pieces: 1, costMinor: 1_500 }]);
  expect(await loadGiftCost(db(), [thisMonth], time)).toMatchObject([{ costMinor: 500 }]);
});

test("prizes of draws cost when they are handed over, as lines of their own and one entry of the journal", async () => {
  const ring = await aGift({ costMinor: 1_200 });
  const saver = await aSaver();
  const id = await taken(saver, ring, { collectStoreId: await aStore() });
  await handOver(id, { memberId: saver.memberId, collector: "owner" }, await aKeeper());
  await aVisit((await aMember()).memberId);
  const prizes = [{ title: { en: "", zh: "" }, count: 3, variantId: ring.variantId }];
  const drawId = await drawnDraw(aDraft({ prizes }));
  const line = { month: thisMonth, currency: "CNY", piecesWithoutCost: 0 };
  const won = { ...line, why: "draw-prize", pieces: 1, costMinor: 1_200 };
  expect(await loadGiftCost(db(), [thisMonth], time)).toMatchObject([{ why: "taken" }]);
  const { id: winId } = await db().drawWin.findFirstOrThrow({ where: { drawId } });
  await handOverPrize({ drawId, winId }, await aKeeper());
  expect(await loadGiftCost(db(), [thisMonth], time)).toEqual([{ ...won, why: "taken" }, won]);
  const asked = { day: today, booked: today };
  const journal = await loadJournal(db(), asked, time);
  const gifts = journal.filter(({ reference }) => reference === `${thisMonth}-GIFTS-CNY`);
  expect(gifts.map(({ debitMinor, creditMinor }) => debitMinor - creditMinor)).toEqual([
    2_400, -2_400,
  ]);
  const file = await financeFile(db(), "gift-cost", { asked, today, time, locale: "en" });
  expect(file).toContain(`${thisMonth},Prize of a draw,1,0,12,CNY`);
});

test("a gift's money is told as paid or open, less what went back", async () => {
  const tea = await aGift({ moneyMinor: 5_000 });
  const saver = await aSaver(9_000);
  const collectStoreId = await aStore();
  const first = await redemptionOf(await taken(saver, tea, { collectStoreId }));
  await taken(saver, tea, { collectStoreId });
  const paymentId = first.paymentId as number;
  await db().payment.update({ where: { id: paymentId }, data: paid("2026-03-01T00:00:00Z") });
  await refund(paymentId, 1_500, "2026-03-02T00:00:00Z");
  expect(await loadGiftsOwed(db())).toMatchObject([{ paidMinor: 3_500, openMinor: 5_000 }]);
});

test("dues are earned by the club's months, each currency by itself, and what went back is not", async () => {
  // 1 March in Shanghai.
  await aYear({ amountMinor: 12_000, from: "2026-02-28T16:00:00Z" });
  const back = await aYear({ amountMinor: 12_000, from: "2026-03-10T00:00:00Z" });
  await refund(back, 5_000, "2026-05-20T00:00:00Z");
  await aYear({ amountMinor: 100, currency: "JPY", from: "2026-05-01T00:00:00Z" });
  // Over long ago.
  await aYear({ amountMinor: 7, from: "2020-05-01T00:00:00Z" });
  const months = ["2026-05", "2026-06"];
  const years = await loadDuesYears(db(), "2026-05", time.zone);
  expect(years).toHaveLength(3);
  expect(duesByMonth(years, months)).toEqual([
    line("2026-05", "CNY", { opening: 20_000, refunded: 5_000, earned: 1_500, closing: 13_500 }),
    line("2026-06", "CNY", { opening: 13_500, earned: 1_500, closing: 12_000 }),
    line("2026-05", "JPY", { received: 100, earned: 8, closing: 92 }),
    line("2026-06", "JPY", { opening: 92, earned: 8, closing: 84 }),
  ]);
});

test("the journal's entries balance, and its file is in the reader's language without formulas", async () => {
  const ring = await aGift({ costMinor: 1_200, titleEn: "=cmd()", titleZh: "=cmd()" });
  const saver = await aSaver(9_000);
  const collectStoreId = await aStore();
  const id = await taken(saver, ring, { collectStoreId });
  await taken(saver, ring, { collectStoreId });
  await handOver(id, { memberId: saver.memberId, collector: "owner" }, await aKeeper());
  await aYear({ amountMinor: 12_000, from: new Date().toISOString() });
  const asked = { day: today, booked: today };
  const lines = await loadJournal(db(), asked, time);
  const references = [...new Set(lines.map(({ reference }) => reference))];
  expect(references).toEqual([
    `${thisMonth}-REDEEMED-CNY`,
    `${thisMonth}-GIFTS-CNY`,
    `${thisMonth}-DUES-IN-CNY`,
    `${thisMonth}-DUES-CNY`,
  ]);
  for (const reference of references) {
    const entry = lines.filter((line) => line.reference === reference);
    const side = (key: "debitMinor" | "creditMinor") =>
      entry.reduce((sum, line) => sum + line[key], 0);
    expect(side("debitMinor")).toBe(side("creditMinor"));
  }
  const file = (name: "journal" | "gifts-owed", locale: "en" | "zh-CN") =>
    financeFile(db(), name, { asked, today, time, locale });
  expect((await file("journal", "en")).split("\r\n").slice(0, 2)).toEqual([
    "\uFEFFDate,Reference,Account,Debit,Credit,Currency",
    expect.stringMatching(
      /^\d{4}-\d\d-\d\d,\d{4}-\d\d-REDEEMED-CNY,Deferred revenue: points,70,0,CNY$/,
    ),
  ]);
  expect(await file("gifts-owed", "zh-CN")).toMatch(
    /^\uFEFF礼品,[\s\S]*\r\n'=cmd\(\),1,1,500,12,0,0,CNY\r\n$/,
  );
});

const paid = (at: string) => ({
  state: "paid",
  method: "stripe",
  paidAt: new Date(at),
  receiptYear: 2026,
  receiptNumber: ++receipts,
});
let receipts = 0;

const refund = (paymentId: number, amountMinor: number, at: string) =>
  db().paymentRefund.create({
    data: {
      paymentId,
      amountMinor,
      method: "stripe",
      state: "succeeded",
      settledAt: new Date(at),
      requestKey: randomUUID(),
    },
  });

async function aYear(year: { amountMinor: number; currency?: string; from: string }) {
  const { amountMinor, currency = "CNY", from } = year;
  const { memberId } = await aMember();
  const beginsAt = new Date(from);
  const { id } = await db().payment.create({
    data: {
      purpose: "dues",
      reference: randomUUID(),
      memberId,
      titleEn: "A year of Gold",
      titleZh: "一年金卡",
      amountMinor,
      currency,
      ...paid(from),
    },
  });
  const endsAt = new Date(beginsAt.getTime() + 365 * 86_400_000);
  await db().goldYear.create({
    data: { memberId, paymentId: id, state: "paid", beginsAt, endsAt },
  });
  return id;
}

const line = (
  month: string,
  currency: string,
  sums: Partial<Record<"opening" | "received" | "refunded" | "earned" | "closing", number>>,
) => ({
  month,
  currency,
  openingMinor: sums.opening ?? 0,
  receivedMinor: sums.received ?? 0,
  refundedMinor: sums.refunded ?? 0,
  earnedMinor: sums.earned ?? 0,
  closingMinor: sums.closing ?? 0,
});
