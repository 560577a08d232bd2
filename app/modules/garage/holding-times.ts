import { addDays, type ClubTime } from "#app/platform/club-time.ts";

/** When a holding begins, and whose the orders before it are. */
export type HoldingTimes = {
  startsAt: Date;
  /** From when the car's orders are the holder's. */
  historyFrom: Date;
  /** From when they earn. */
  earnsFrom: Date;
};

/**
 * Times a new holding, so that it never reaches into another's.
 *
 * Whoever has shown that the car is theirs has its history since it was last held, or since a day that the
 * desk names, and the orders of the last days earn (product rules, "Joining"). Whoever has shown nothing
 * has the present day: many exports know no time of day, and today's invoice is theirs.
 *
 * @param lastEnd when the last holding ended.
 * @param since of a car that has been theirs for longer: from when.
 * @param earnsOrdersOfDays how far back orders earn.
 */
export function timeHolding(
  asked: { now: Date; lastEnd: Date | null; proved: boolean; since?: Date },
  earnsOrdersOfDays: number,
  time: ClubTime,
): HoldingTimes {
  const { now, proved, since } = asked;
  const today = time.dayOf(now);
  const free = asked.lastEnd ?? new Date(0);
  const startsAt = latest(earliest(now, since ?? now), free);
  const wanted = proved ? (since ?? free) : time.startOfDay(today);
  const historyFrom = latest(earliest(startsAt, wanted), free);
  const earnsFrom = latest(historyFrom, time.startOfDay(addDays(today, -earnsOrdersOfDays)));
  return { startsAt, historyFrom, earnsFrom };
}

const latest = (a: Date, b: Date) => (a > b ? a : b);
const earliest = (a: Date, b: Date) => (a < b ? a : b);
