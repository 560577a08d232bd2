import { beforeEach, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { exportGiftReport } from "#app/modules/gift-report/export-gift-report.server.ts";
import { loadGiftReport } from "#app/modules/gift-report/load-gift-report.server.ts";
import { percentOf, sumOf, sumsBy } from "#app/modules/gift-report/report-sums.ts";
import { cancelRedemption } from "#app/modules/redemptions/cancel-redemption.server.ts";
import { db } from "#app/platform/db.server.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import { aGift, aKeeper, aSaver, aStore, PARCEL, taken } from "../../support/gifts.ts";

freshDatabase();
beforeEach(async () => {
  await ensureClub(db(), { currency: "CNY", timeZone: "Asia/Shanghai" });
});

const MONTHS = { from: "2026-02", to: "2026-03" };
/** Moves a redemption to an instant, and its hand-over to so many days after it. */
async function at(id: number, instant: string, state?: string, days?: number) {
  const createdAt = new Date(instant);
  await db().redemption.update({ where: { id }, data: { createdAt, ...(state && { state }) } });
  if (days === undefined) return;
  const handed = new Date(createdAt.getTime() + days * 86_400_000);
  await db().redemptionStep.create({
    data: { redemptionId: id, step: "collected", createdAt: handed },
  });
}

test("what was taken is told by gift, store and month of the club, with what it cost", async () => {
  const ring = await aGift({ costMinor: 1_200 });
  const tea = await aGift({ fulfilment: "ship", points: 300 });
  const store = await aStore();
  const take = async (gift: typeof ring, quantity = 1) =>
    taken(await aSaver(5_000), gift, {
      quantity,
      collectStoreId: gift === ring ? store : null,
      address: gift === ring ? null : PARCEL,
    });
  // The last second of January in Shanghai, and the first of February.
  await at(await take(ring), "2026-01-31T15:59:59Z");
  await at(await take(ring, 2), "2026-01-31T16:00:00Z", "collected", 2);
  await at(await take(ring), "2026-03-01T00:00:00Z", "collected", 4);
  await at(await take(tea), "2026-03-31T15:59:59Z");
  await at(await take(ring), "2026-03-31T16:00:00Z");
  await at(await take(ring), "2026-03-02T00:00:00Z", "lapsed");
  const cancelled = await take(ring);
  await cancelRedemption(cancelled, "Not wanted", await aKeeper());
  await at(cancelled, "2026-03-02T00:00:00Z");

  const report = await loadGiftReport(db(), MONTHS);
  expect(report.lines).toMatchObject([
    { giftId: ring.giftId, storeId: store, month: "2026-02", pieces: 2, costMinor: 2_400 },
    { giftId: ring.giftId, storeId: store, month: "2026-03", pieces: 1, points: 500 },
    { giftId: tea.giftId, storeId: null, month: "2026-03", points: 300, costMinor: null },
  ]);
  expect(report).toMatchObject({ medianDays: 3, received: 2, lapsed: 1 });
  expect(sumOf(report.lines)).toEqual({
    redemptions: 3,
    pieces: 4,
    points: 1_800,
    moneyMinor: 0,
    costMinor: 3_600,
    piecesWithoutCost: 1,
  });
  expect(
    sumsBy(report.lines, ({ month }) => month).map(({ key, sum }) => [key, sum.points]),
  ).toEqual([
    ["2026-02", 1_000],
    ["2026-03", 800],
  ]);
  expect(percentOf(report.lapsed, report.lapsed + report.received)).toBe(33.3);
  const file = exportGiftReport(report).split("\r\n");
  expect(file).toHaveLength(5);
  expect(file[1]).toMatch(/^2026-02,/);
});

test("points earned in the time are those of its entries, less what was taken back", async () => {
  await aSaver(700);
  await aSaver(300);
  const today = new Date().toISOString().slice(0, 7);
  const { earned } = await loadGiftReport(db(), { from: "2020-01", to: today });
  expect(earned).toBe(1_000);
  expect((await loadGiftReport(db(), { from: "2001-01", to: "2001-02" })).earned).toBe(0);
});

test("a time in which nothing was taken is told as such", async () => {
  expect(await loadGiftReport(db(), MONTHS)).toEqual({
    lines: [],
    earned: 0,
    medianDays: null,
    received: 0,
    lapsed: 0,
  });
  expect(percentOf(0, 0)).toBeNull();
});
