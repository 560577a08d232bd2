import type { ClubRules } from "#app/modules/rulebook/club-rules.ts";
import { type RuleBook, rulesAt } from "#app/modules/rulebook/rule-book.ts";
import { addDays, addMonths, type ClubTime, type Day } from "#app/platform/club-time.ts";
import { goldHistory } from "./gold-history.ts";
import {
  type GoldPeriod,
  type Standing,
  type StatusEntry,
  standingAt,
  statusAt,
  statusWindow,
} from "./tier.ts";
import {
  usualBase,
  type WayToGold,
  type WhatKeepsGold,
  wayToGold,
  whatKeepsGold,
} from "./way-to-gold.ts";

/** Where an owner stands between silver and gold, and what is next to do about it. */
export type TierStatus = {
  standing: Standing;
  /** Status points that count today. */
  status: number;
  /** Of a silver member. */
  way: WayToGold | null;
  /** Of a gold member. */
  keeps: WhatKeepsGold | null;
  /** The base points that a service of theirs usually brings. */
  usualBase: number;
};

/** How many of the latest services tell what a usual one brings. */
const RECENT_SERVICES = 6;

/**
 * Works out an owner's standing from the facts: the spans of gold that were given, and status points in
 * any order.
 */
export function tierStatus(
  now: Date,
  given: readonly GoldPeriod[],
  entries: readonly StatusEntry[],
  book: RuleBook,
  time: ClubTime,
): TierStatus {
  const { rules } = rulesAt(book, now);
  const standing = standingAt(now, goldHistory(given, entries, now, book, time), rules.tiers, time);
  const status = statusAt(now, entries, rules.tiers, time);
  const recentBase = [...entries]
    .filter((entry) => entry.points > 0)
    .sort((a, b) => b.countsAt.getTime() - a.countsAt.getTime())
    .slice(0, RECENT_SERVICES)
    .map((entry) => entry.points);
  const usual = usualBase(recentBase, rules);
  if (standing.tier === "silver") {
    const way = wayToGold(status, recentBase, rules);
    return { standing, status, way, keeps: null, usualBase: usual };
  }
  const lasting =
    standing.phase === "grace"
      ? { points: status, through: countsThrough(now, entries, rules.tiers, time) }
      : {
          points: statusAt(lastInstant(standing.goldThrough, time), entries, rules.tiers, time),
          through: standing.goldThrough,
        };
  const keeps = whatKeepsGold(standing, time.dayOf(now), lasting, recentBase, rules);
  return { standing, status, way: null, keeps, usualBase: usual };
}

const lastInstant = (day: Day, time: ClubTime) => new Date(time.endOfDay(day).getTime() - 1);

/** The last day on which everything that counts at an instant still counts. */
function countsThrough(
  at: Date,
  entries: readonly StatusEntry[],
  rules: ClubRules["tiers"],
  time: ClubTime,
): Day {
  const { from, through } = statusWindow(at, rules, time);
  const counting = entries.filter(({ countsAt }) => from <= countsAt && countsAt <= through);
  const oldest = new Date(Math.min(at.getTime(), ...counting.map((e) => e.countsAt.getTime())));
  return addDays(addMonths(time.dayOf(oldest), rules.windowMonths), -1);
}
