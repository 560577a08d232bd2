import { type Day, daysBetween } from "#app/platform/club-time.ts";

/** What an odometer said on a day. */
export type Reading = { day: Day; km: number };

export type ReadingDecision =
  | { ok: true }
  | { ok: false; refusal: "in-future" | "before-yours" }
  /** It does not go with a reading that is on file; `sure` says that it is right all the same. */
  | { ok: false; refusal: "below" | "above" | "jump"; other: Reading };

/** Nobody drives further in a day; whoever does, says so. */
const MOST_KM_A_DAY = 1_000;

/**
 * Decides whether a reading can be so, held against those on either side of it in the car's log.
 *
 * A dial goes neither backwards nor by leaps. Both have honest reasons, a new instrument or an earlier
 * slip, so a clear word is enough; a day to come, or one before the car was theirs, has none.
 *
 * @param log readings on file, of the time the car has been theirs, in any order.
 */
export function decideReading(
  entered: Reading & { sure: boolean },
  log: readonly Reading[],
  { today, heldSince }: { today: Day; heldSince: Day },
): ReadingDecision {
  if (entered.day > today) return { ok: false, refusal: "in-future" };
  if (entered.day < heldSince) return { ok: false, refusal: "before-yours" };
  if (entered.sure) return { ok: true };
  const inOrder = [...log].sort((a, b) => (a.day === b.day ? a.km - b.km : a.day < b.day ? -1 : 1));
  const before = inOrder.findLast(({ day }) => day <= entered.day);
  const after = inOrder.find(({ day }) => day > entered.day);
  if (before && entered.km < before.km) return { ok: false, refusal: "below", other: before };
  if (after && entered.km > after.km) return { ok: false, refusal: "above", other: after };
  const most = before && MOST_KM_A_DAY * Math.max(1, daysBetween(before.day, entered.day));
  if (most && entered.km - before.km > most) return { ok: false, refusal: "jump", other: before };
  return { ok: true };
}
