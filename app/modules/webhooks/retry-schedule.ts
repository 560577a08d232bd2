const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY_MS = 24 * HOUR * 1000;

/** Pauses in seconds, each after another attempt that failed: about a day and a half in all. */
export const PAUSES = [
  5,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
] as const;

/** So much longer a pause can be at most, so that what failed together does not come back together. */
const JITTER = 0.2;

/**
 * How long to wait before a message is sent again, in milliseconds; null where it is given up.
 *
 * @param attempts how often it was sent, the one that failed included.
 * @param chance from 0 up to, and without, 1.
 * @param asked for how long the receiver asks to be left alone: it makes a pause longer, never shorter, and gives a
 *   message no further attempt.
 */
export function pauseAfter(attempts: number, chance: number, asked = 0): number | null {
  const pause = PAUSES[attempts - 1];
  if (pause === undefined) return null;
  return Math.max(asked, Math.round(pause * 1000 * (1 + JITTER * chance)));
}

/** Nothing has got through for so long: two messages, one after the other, can have been given up by then. */
export const SWITCHED_OFF_AFTER_DAYS = 3;

/**
 * Whether an endpoint is switched off, asked when a message to it is given up: one that was out for an evening, or
 * gets a message a week, is not.
 */
export function isSwitchedOff(failingSince: Date, now: Date): boolean {
  return now.getTime() - failingSince.getTime() >= SWITCHED_OFF_AFTER_DAYS * DAY_MS;
}
