import type { TierRules } from "#app/modules/rulebook/club-rules.ts";
import {
  addDays,
  addMonths,
  type ClubTime,
  type Day,
  endOfMonthAfter,
} from "#app/platform/club-time.ts";

export type Tier = "silver" | "gold";

/** How gold was come by: earned with status points, paid for, granted by an admin, or brought from a roster. */
export type GoldSource = "points" | "dues" | "grant" | "roll";

/** A time of gold: from the instant `from`, until just before `until`. */
export type GoldPeriod = {
  from: Date;
  until: Date;
  source: GoldSource;
  /** It was ended before its time, so no grace follows. */
  cutShort?: true;
  /** Nobody has said when it ends; `until` is later than anybody looks. */
  endless?: true;
};

/** Status points with the instant they count at: an award's is its order's settlement. */
export type StatusEntry = { points: number; countsAt: Date };

export type Standing =
  | { tier: "silver" }
  | {
      tier: "gold";
      /** In grace, gold has ended unrenewed and is kept for a while. */
      phase: "gold" | "grace";
      source: GoldSource;
      /** The last day of gold itself. */
      goldThrough: Day;
      /** The last day of the grace after it; the same day where there is none. */
      keptThrough: Day;
    };

/**
 * What a member is at an instant.
 *
 * Of several periods the one that lasts longest is told, and one that goes on where another ends, such as a
 * year paid for in advance, lasts as long as both. An admin's grant ends on its day, without grace: it was
 * given with its end.
 */
export function standingAt(
  at: Date,
  periods: readonly GoldPeriod[],
  rules: Pick<TierRules, "graceDays">,
  time: ClubTime,
): Standing {
  let best: { period: GoldPeriod; phase: "gold" | "grace" } | null = null;
  for (const period of periods) {
    const phase = phaseAt(at, period, rules, time);
    if (phase === null) continue;
    const better =
      best === null || (phase === best.phase ? period.until > best.period.until : phase === "gold");
    if (better) best = { period, phase };
  }
  if (best === null) return { tier: "silver" };
  const { phase } = best;
  const period = phase === "gold" ? lastOfChain(best.period, periods) : best.period;
  const goldThrough = lastDayOf(period, time);
  return {
    tier: "gold",
    phase,
    source: period.source,
    goldThrough,
    keptThrough: hasGrace(period) ? addDays(goldThrough, rules.graceDays) : goldThrough,
  };
}

/** The last of the periods that follow one without a gap. */
function lastOfChain(first: GoldPeriod, periods: readonly GoldPeriod[]): GoldPeriod {
  let last = first;
  const later = [...periods].sort((a, b) => a.from.getTime() - b.from.getTime());
  for (const period of later) {
    if (period.from <= last.until && period.until > last.until) last = period;
  }
  return last;
}

const hasGrace = ({ source, cutShort }: GoldPeriod) => source !== "grant" && !cutShort;

/** The last day on which somebody who is gold is so as things stand: in grace, the last day of that. */
export function lastGoldDay(standing: Extract<Standing, { tier: "gold" }>): Day {
  return standing.phase === "grace" ? standing.keptThrough : standing.goldThrough;
}

/** The tier at an instant: gold in grace is gold. */
export function tierAt(
  at: Date,
  periods: readonly GoldPeriod[],
  rules: Pick<TierRules, "graceDays">,
  time: ClubTime,
): Tier {
  return periods.some((period) => phaseAt(at, period, rules, time) !== null) ? "gold" : "silver";
}

/** The instants that count towards the status of `at`: the 12 months up to and with its day, to `at`. */
export function statusWindow(
  at: Date,
  rules: Pick<TierRules, "windowMonths">,
  time: ClubTime,
): { from: Date; through: Date } {
  const firstDay = addDays(addMonths(time.dayOf(at), -rules.windowMonths), 1);
  return { from: time.startOfDay(firstDay), through: at };
}

/** The status points that count at an instant. */
export function statusAt(
  at: Date,
  entries: readonly StatusEntry[],
  rules: Pick<TierRules, "windowMonths">,
  time: ClubTime,
): number {
  const { from, through } = statusWindow(at, rules, time);
  return entries.reduce(
    (sum, entry) =>
      from <= entry.countsAt && entry.countsAt <= through ? sum + entry.points : sum,
    0,
  );
}

/** Whether so many status points within the window make gold, or renew it. */
export function qualifiesForGold(
  status: number,
  rules: Pick<TierRules, "goldStatusPoints">,
): boolean {
  return status >= rules.goldStatusPoints;
}

/** The first instant after gold earned or paid for at an instant: the end of the month 12 months after. */
export function endOfGold(at: Date, rules: Pick<TierRules, "goldMonths">, time: ClubTime): Date {
  return time.endOfDay(endOfMonthAfter(time.dayOf(at), rules.goldMonths));
}

/** The first instant at which a period no longer makes its member gold, with the grace it has. */
export function endOfGrace(
  period: GoldPeriod,
  rules: Pick<TierRules, "graceDays">,
  time: ClubTime,
): Date {
  if (!hasGrace(period)) return period.until;
  return time.endOfDay(addDays(lastDayOf(period, time), rules.graceDays));
}

function phaseAt(
  at: Date,
  period: GoldPeriod,
  rules: Pick<TierRules, "graceDays">,
  time: ClubTime,
): "gold" | "grace" | null {
  if (at < period.from) return null;
  if (at < period.until) return "gold";
  return at < endOfGrace(period, rules, time) ? "grace" : null;
}

function lastDayOf(period: GoldPeriod, time: ClubTime): Day {
  return time.dayOf(new Date(period.until.getTime() - 1));
}
