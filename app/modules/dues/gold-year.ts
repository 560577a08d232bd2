import { type RuleBook, rulesAt } from "#app/modules/rulebook/rule-book.ts";
import { endOfGold, type GoldPeriod } from "#app/modules/standing/tier.ts";
import type { ClubTime } from "#app/platform/club-time.ts";

/** A year of gold, until just before `until`. */
export type GoldYearSpan = { from: Date; until: Date };

/**
 * What a year of gold is that is paid for at an instant: from that instant, or from the end of all gold that its
 * member has by then, so that nobody pays for days that they have already. It lasts like gold earned at its
 * beginning: to the end of the month 12 months after.
 *
 * Gold without an end, which only a roster brings, is no reason to wait for ever. Whoever pays in
 * grace has a year from then on.
 *
 * @param periods all the member's times of gold, those included that have not begun.
 */
export function goldYearBought(
  at: Date,
  periods: readonly GoldPeriod[],
  book: RuleBook,
  time: ClubTime,
): GoldYearSpan {
  const ends = periods
    .filter(({ endless }) => !endless)
    .map(({ until }) => until.getTime())
    .filter((end) => end > at.getTime());
  if (ends.length === 0) return { from: at, until: endOfGold(at, tiersAt(book, at), time) };
  const from = new Date(Math.max(...ends));
  const lastGold = new Date(from.getTime() - 1);
  return { from, until: endOfGold(lastGold, tiersAt(book, at), time) };
}

const tiersAt = (book: RuleBook, at: Date) => rulesAt(book, at).rules.tiers;
