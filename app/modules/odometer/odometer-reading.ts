import { type Day, daysBetween } from "#app/platform/club-time.ts";

/** What an odometer said on a day. */
export type Reading = { day: Day; km: number };

export type ReadingDecision =
  | { ok: true }
  | { ok: false; refusal: "in-future" | "before-yours" }
  /** It does not go with a reading that is on file; `sure` says that it is right all the same. */
  | { ok: false; refusal: "below" | "above" | "jump"; other: Reading }
  /** Nothing is on file, and few cars go so far; `sure` as above. */
  | { ok: false; refusal: "high" };

/** Nobody drives further in a day; whoever does, says so. */
const MOST_KM_IN_A_DAY = 1_000;

/** Nor so far day after day, but for a taxi. */
const MOST_KM_DAY_AFTER_DAY = 400;

/** A first reading above this has a digit too many more often than not. */
const MOST_KM_AT_FIRST = 500_000;

/**
 * Decides whether a reading can be so, held against those on either side of it in the car's log.
 *
 * A dial goes neither backwards nor by leaps. Both have honest reasons, a new instrument or an earlier
 * slip, so a clear word is enough; a day to come, or one before the car was theirs, has none.
 *
 * @param log readings on file in any order of days; of one day in the order in which they came, as its last word
 *   counts.
 * @param span.heldSince the first day that can have one; null where any can.
 */
export function decideReading(
  entered: Reading & { sure: boolean },
  log: readonly Reading[],
  { today, heldSince }: { today: Day; heldSince: Day | null },
): ReadingDecision {
  if (entered.day > today) return { ok: false, refusal: "in-future" };
  if (heldSince !== null && entered.day < heldSince) return { ok: false, refusal: "before-yours" };
  if (entered.sure) return { ok: true };
  const inOrder = lastWords(log);
  const before = inOrder.findLast(({ day }) => day <= entered.day);
  const after = inOrder.find(({ day }) => day > entered.day);
  if (before && entered.km < before.km) return { ok: false, refusal: "below", other: before };
  if (after && entered.km > after.km) return { ok: false, refusal: "above", other: after };
  if (before && entered.km - before.km > furthest(daysBetween(before.day, entered.day))) {
    return { ok: false, refusal: "jump", other: before };
  }
  if (!before && !after && entered.km > MOST_KM_AT_FIRST) return { ok: false, refusal: "high" };
  return { ok: true };
}

/** Kilometres that somebody may have gone within so many days without being asked. */
function furthest(days: number): number {
  return MOST_KM_IN_A_DAY + Math.max(0, days - 1) * MOST_KM_DAY_AFTER_DAY;
}

/** Of each day its last reading, by day: who reads a dial twice on a day means the second. */
function lastWords(log: readonly Reading[]): Reading[] {
  const byDay = new Map(log.map((reading) => [reading.day, reading]));
  return [...byDay.values()].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}
