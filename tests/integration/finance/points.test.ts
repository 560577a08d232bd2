import { beforeEach, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { loadBookedSince, loadPointReport } from "#app/modules/finance/load-point-report.server.ts";
import { loadBalances } from "#app/modules/ledger/load-balances.server.ts";
import { reverseEntry } from "#app/modules/ledger/reverse-entry.server.ts";
import { verifyLedger } from "#app/modules/ledger/verify-ledger.server.ts";
import { clubTime } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";
import { singleton } from "#app/platform/singleton.server.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import { anAccount, aReversal, earn, hold, spend } from "../../support/ledger-fixtures.ts";

freshDatabase();
beforeEach(async () => {
  await ensureClub(db(), { currency: "CNY", timeZone: "Asia/Shanghai" });
});

const time = clubTime("Asia/Shanghai");
const today = time.dayOf(new Date());
/** Midnight in Shanghai. */
const day = (text: string) => time.startOfDay(text);
const now = { day: today, booked: today };
/** Summed anew, as another process would. */
const reportOf = (asked: typeof now) => {
  singleton("finance-sums", () => new Map()).clear();
  return loadPointReport(db(), asked);
};

/** Two members' points of 2025: some spent, some expired, some held, some pending, some owed. The rest lasts until 2077. */
async function aHistory() {
  const [one, two] = [await anAccount(), await anAccount()];
  const lot = (points: number, from: string, until: string) => ({
    points,
    effectiveAt: day(from),
    availableAt: day(from),
    lapsesAt: day(until),
  });
  await earn(one, lot(1_000, "2025-01-10", "2077-02-01"));
  await spend(one, 400, day("2025-03-05"));
  await earn(one, lot(50, "2025-03-10", "2025-04-01"));
  await hold(one, 100, day("2099-01-01"), day("2025-05-01"));
  const award = await earn(two, lot(300, "2025-02-03", "2077-03-01"));
  await spend(two, 250, day("2025-04-04"));
  await reverseEntry(db(), aReversal(award.entryId), day("2025-05-05"));
  await earn(one, {
    points: 80,
    effectiveAt: day("2025-06-01"),
    availableAt: null,
    lapsesAt: null,
  });
  return [one, two];
}

test("what is outstanding is what the accounts hold, by expiry, with pending, held and debt apart", async () => {
  const accounts = await aHistory();
  const { outstanding, movements } = await reportOf(now);
  // ¥7 for a hundred points.
  expect(outstanding).toMatchObject({
    points: 430,
    debt: 250,
    debtMinor: 1_750,
    valueMinor: 3_010,
  });
  expect(outstanding.lines).toEqual([
    { lapses: "2077-01", available: 500, pending: 0, held: 100, points: 600, valueMinor: 4_200 },
    { lapses: null, available: 0, pending: 80, held: 0, points: 80, valueMinor: 560 },
  ]);
  const balances = await loadBalances(db(), accounts);
  expect([...balances.values()].reduce((sum, { posted }) => sum + posted, 0)).toBe(430);
  expect(movements.at(-1)).toMatchObject({ opening: 430, closing: 430 });
  expect((await verifyLedger(db())).ok).toBe(true);
});

test("a past day is told as the books stood, and comes out the same after all that follows", async () => {
  const [one = 0] = await aHistory();
  // The tests' clock runs ahead of the books': all of it was booked today.
  const march = { day: "2025-03-31", booked: today };
  const then = await reportOf(march);
  expect(then.outstanding).toMatchObject({ points: 900, debt: 0 });
  expect(then.movements.at(-1)).toMatchObject({
    month: "2025-03",
    opening: 1_300,
    earned: 50,
    redeemed: -400,
    expired: -50,
    closing: 900,
  });
  await spend(one, 300, new Date());
  await earn(await anAccount(), { points: 60, effectiveAt: day("2026-01-01") });
  expect(await reportOf(march)).toEqual(then);
  // As the books stood at its end there was nothing at all.
  const asBooked = { day: "2025-03-31", booked: "2025-03-31" };
  expect((await reportOf(asBooked)).outstanding.points).toBe(0);
  // 1,350 by 31 March; what is dated later does not belong to it.
  expect(await loadBookedSince(db(), asBooked)).toBe(1_350);
  expect(await loadBookedSince(db(), march)).toBe(0);
});

test("each month's movements add up to its closing, and revenue to what is deferred", async () => {
  await aHistory();
  const { movements, revenue, cohorts } = await reportOf({ day: "2025-12-31", booked: today });
  for (const { month: _, opening, closing, ...moved } of movements) {
    expect(opening + Object.values(moved).reduce((sum, points) => sum + points, 0)).toBe(closing);
  }
  expect(movements.at(-1)?.closing).toBe(430);
  // January's 1,000 points are ¥70, of which 400 were redeemed; March's 50 expired, so nothing of them is left.
  expect(revenue.find(({ month }) => month === "2025-03")).toMatchObject({
    openingMinor: 9_100,
    allocatedMinor: 350,
    recognisedMinor: 2_800 + 350,
    closingMinor: 6_300,
  });
  const deferred = cohorts.reduce((sum, { deferredMinor }) => sum + deferredMinor, 0);
  expect(revenue.at(-1)?.closingMinor).toBe(deferred);
});

test("a club without points reports nothing", async () => {
  const { outstanding, cohorts, breakage } = await reportOf(now);
  expect(outstanding).toEqual({ lines: [], debt: 0, debtMinor: 0, points: 0, valueMinor: 0 });
  expect(cohorts).toEqual([]);
  expect(breakage).toEqual({ estimated: false, monthsOfHistory: 0 });
});
