import type { ClubTime, Day } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { duesByMonth } from "./dues-by-month.ts";
import { loadDuesYears } from "./load-dues.server.ts";
import { loadGiftCost } from "./load-gift-cost.server.ts";
import { loadGiftsOwed } from "./load-gifts-owed.server.ts";
import { loadPointReport } from "./load-point-report.server.ts";
import { sumsIn } from "./sums-in.ts";

/** The few figures of the club's books as they stand today. */
export async function loadFinanceOverview(on: Db, today: Day, time: ClubTime) {
  const month = today.slice(0, 7);
  const [report, owed, costs, years] = await Promise.all([
    loadPointReport(on, { day: today, booked: today }),
    loadGiftsOwed(on),
    loadGiftCost(on, [month], time),
    loadDuesYears(on, month, time.zone),
  ]);
  const dues = duesByMonth(years, [month]);
  const sum = (key: "granted" | "redeemed" | "expired") =>
    report.givenHere.reduce((total, cohort) => total + cohort[key], 0);
  return {
    currency: report.currency,
    points: {
      outstanding: report.outstanding.points,
      valueMinor: report.outstanding.valueMinor,
      deferredMinor: report.revenue.at(-1)?.closingMinor ?? 0,
      granted: sum("granted"),
      redeemed: sum("redeemed"),
      expired: sum("expired"),
    },
    gifts: {
      pieces: owed.reduce((total, { pieces }) => total + pieces, 0),
      owedCost: sumsIn(owed, ({ costMinor }) => costMinor ?? 0),
      costThisMonth: sumsIn(costs, ({ costMinor }) => costMinor),
    },
    dues: {
      earnedThisMonth: sumsIn(dues, ({ earnedMinor }) => earnedMinor),
      deferred: sumsIn(dues, ({ closingMinor }) => closingMinor),
    },
  };
}
