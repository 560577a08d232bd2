import { loadClub } from "#app/modules/club/load-club.server.ts";
import type { PointFlow } from "#app/modules/ledger/entry.ts";
import {
  loadDatedBack,
  loadHeldPoints,
  loadPointFlows,
} from "#app/modules/ledger/load-flows.server.ts";
import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { type RuleBook, rulesAt } from "#app/modules/rulebook/rule-book.ts";
import { type ClubTime, clubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { singleton } from "#app/platform/singleton.server.ts";
import { type AskedDay, instantsOfAsked } from "./asked-day.ts";
import { type Breakage, breakageOf } from "./breakage.ts";
import { type Month, monthsThrough } from "./months.ts";
import {
  type CohortRevenue,
  type RevenueLine,
  revenueByMonth,
  revenueOfCohorts,
  valueOfPoints,
} from "./point-revenue.ts";
import {
  type Cohort,
  cohortsOf,
  type ExpiryLine,
  type Movement,
  movementsOf,
  outstandingOf,
} from "./point-sums.ts";

const MONTHS_SHOWN = 12;

export type ValuedExpiryLine = ExpiryLine & { points: number; valueMinor: number };

/** All that is said of members' points at a day's end. Sums are in minor units of the club's currency. */
export type PointReport = AskedDay & {
  currency: string;
  /** What a hundred points are worth on that day. */
  minorPer100: number;
  outstanding: {
    lines: ValuedExpiryLine[];
    debt: number;
    debtMinor: number;
    /** What all accounts hold: the lines less the debt. */
    points: number;
    /** The lines' values less the debt's. */
    valueMinor: number;
  };
  /** The last twelve months, the day's own up to it. */
  movements: Movement[];
  revenue: RevenueLine[];
  /** All points by the month in which they became available. */
  cohorts: CohortRevenue[];
  /** Those that were given here: without balances that were brought in. */
  givenHere: Cohort[];
  breakage: Breakage;
};

/** The report of members' points at the end of a day. See docs/decisions/finance.md for what is read. */
export async function loadPointReport(on: Db, asked: AskedDay): Promise<PointReport> {
  const [{ timeZone, currency }, book] = await Promise.all([loadClub(on), loadRuleBook(on)]);
  const time = clubTime(timeZone);
  const { flows, held } = await loadSums(on, asked, time);
  const month = asked.day.slice(0, 7);
  const minorPer100 = worthOn(asked.day, book, time);
  const worthIn = (of: Month) => worthOn(`${of}-01`, book, time);
  const isGivenHere = ({ isOpening }: PointFlow) => !isOpening;
  const cohortsAt = (through: Month) => ({
    all: cohortsOf(flows, through),
    givenHere: cohortsOf(flows.filter(isGivenHere), through),
  });
  const { all, givenHere } = cohortsAt(month);
  const breakage = breakageOf(givenHere, month);
  const months = monthsThrough(month, MONTHS_SHOWN);
  const { lines, debt, points } = outstandingOf(flows, held);
  const valued = lines.map((line) => {
    const points = line.available + line.pending + line.held;
    return { ...line, points, valueMinor: valueOfPoints(points, minorPer100) };
  });
  const debtMinor = valueOfPoints(debt, minorPer100);
  return {
    ...asked,
    currency,
    minorPer100,
    outstanding: {
      lines: valued,
      debt,
      debtMinor,
      points,
      valueMinor: valued.reduce((sum, { valueMinor }) => sum + valueMinor, 0 - debtMinor),
    },
    movements: movementsOf(flows, months),
    revenue: revenueByMonth(months, cohortsAt, worthIn),
    cohorts: revenueOfCohorts(all, breakage, worthIn),
    givenHere,
    breakage,
  };
}

/** How many points were booked since for days up to the report's: dated back, so not in it. */
export async function loadBookedSince(on: Db, asked: AskedDay): Promise<number> {
  const time = clubTime((await loadClub(on)).timeZone);
  return loadDatedBack(on, instantsOfAsked(asked, time, new Date()));
}

const worthOn = (day: string, book: RuleBook, time: ClubTime) =>
  rulesAt(book, time.startOfDay(day)).rules.finance.minorPer100Points;

type Sums = {
  flows: PointFlow[];
  held: Awaited<ReturnType<typeof loadHeldPoints>>;
};

const KEPT_MS = 60_000;
const KEPT = 12;
/** After so long no transaction is still under way that had begun to book before a day was over. */
const SETTLED_MS = 3_600_000;
const kept = () =>
  singleton("finance-sums", () => new Map<string, { sums: Promise<Sums>; until: number }>());

/**
 * The sums, taken once: a report, its tables as files and its neighbours ask for the same. What is still going on is
 * at most a minute old; a day that is over, as booked by a day that is over, does not change.
 */
async function loadSums(on: Db, asked: AskedDay, time: ClubTime): Promise<Sums> {
  const memory = kept();
  const key = `${asked.day} ${asked.booked} ${time.zone}`;
  const known = memory.get(key);
  if (known && Date.now() < known.until) return known.sums;
  const instants = instantsOfAsked(asked, time, new Date());
  const sums = Promise.all([loadPointFlows(on, instants), loadHeldPoints(on, instants)]).then(
    ([flows, held]) => ({ flows, held }),
  );
  const overAt = instants.bookedBefore?.getTime() ?? Number.POSITIVE_INFINITY;
  const until = Date.now() - overAt > SETTLED_MS ? Number.POSITIVE_INFINITY : Date.now() + KEPT_MS;
  memory.delete(key);
  memory.set(key, { sums, until });
  sums.catch(() => memory.delete(key));
  const [oldest] = memory.keys();
  if (memory.size > KEPT && oldest !== undefined) memory.delete(oldest);
  return sums;
}
