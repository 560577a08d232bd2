import { type RuleBook, rulesAt } from "#app/modules/rulebook/rule-book.ts";
import type { ClubTime } from "#app/platform/club-time.ts";
import {
  endOfGold,
  type GoldPeriod,
  qualifiesForGold,
  type StatusEntry,
  statusAt,
} from "./tier.ts";

/**
 * All times of gold of a member up to an instant: those given (dues, grants, the roster) and those that
 * status points bring, as renewals when a time of gold ends and as gold newly earned.
 *
 * It is worked out from the facts and not carried forward, so orders that arrive late, or a year back to
 * front, give the same history. The order that reaches gold is itself still silver: gold begins one
 * millisecond after it. Entries of one instant count together; a reversal has the instant of what it
 * reverses, so an award taken back takes its gold back with it.
 *
 * Each moment is judged by the version of the rules that held at it: a threshold that rises takes gold from
 * nobody who has it, and one that falls makes gold, on its first day, of those who have enough by then. A
 * grant does not stand in the way of gold by points: who earns it while it lasts has it beyond its end.
 */
export function goldHistory(
  given: readonly GoldPeriod[],
  entries: readonly StatusEntry[],
  upTo: Date,
  book: RuleBook,
  time: ClubTime,
): GoldPeriod[] {
  const periods = [...given];
  const tiersAt = (at: Date) => rulesAt(book, at).rules.tiers;
  const hasOwnGold = (at: Date) =>
    periods.some(({ from, until, source }) => source !== "grant" && from <= at && at < until);
  const qualifies = (at: Date) =>
    qualifiesForGold(statusAt(at, entries, tiersAt(at), time), tiersAt(at));

  const earned = [...new Set(entries.map((entry) => entry.countsAt.getTime()))];
  const newRules = book.slice(1).map(({ startsAt }) => startsAt.getTime());
  let moments = [...earned, ...newRules, ...given.map((period) => period.until.getTime())];
  while (moments.length > 0) {
    const moment = Math.min(...moments);
    moments = moments.filter((each) => each !== moment);
    const at = new Date(moment);
    if (at > upTo) break;
    if (hasOwnGold(at)) continue;

    const lastGold = new Date(moment - 1);
    const ended = periods.some((period) => period.until.getTime() === moment);
    const renewed = ended && qualifies(lastGold);
    if (!renewed && !qualifies(at)) continue;
    const period: GoldPeriod = renewed
      ? { from: at, until: endOfGold(lastGold, tiersAt(lastGold), time), source: "points" }
      : { from: new Date(moment + 1), until: endOfGold(at, tiersAt(at), time), source: "points" };
    periods.push(period);
    moments.push(period.until.getTime());
  }
  return periods.sort((a, b) => a.from.getTime() - b.from.getTime());
}
