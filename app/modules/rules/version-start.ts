import type { Day } from "#app/platform/club-time.ts";

/**
 * A version is settled some time before it begins, in milliseconds: other processes of the site keep the
 * rules for some seconds, and none may judge by a book that has changed.
 */
const SETTLED_BEFORE_MS = 60_000;

/** A version that holds, or is going to. */
export type StandingVersion = { version: number; startsAt: Date };

export type StartRefusal =
  | { refusal: "start-in-past" }
  | { refusal: "start-overlaps"; version: number; startsAt: Date };

/**
 * Whether a version may begin at an instant. Versions do not overlap: each holds until the next begins, so
 * a new one begins after every other that stands; one in between would end where it had not been asked to.
 */
export function judgeStart(
  startsAt: Date,
  standing: readonly StandingVersion[],
  now: Date,
): StartRefusal | null {
  if (startsAt.getTime() - now.getTime() < SETTLED_BEFORE_MS) return { refusal: "start-in-past" };
  const later = standing.find((version) => version.startsAt >= startsAt);
  return later ? { refusal: "start-overlaps", ...later } : null;
}

/** Whether a version can still be withdrawn: it must not have begun, nor be about to. */
export function isWithdrawable(startsAt: Date, now: Date): boolean {
  return startsAt.getTime() - now.getTime() >= SETTLED_BEFORE_MS;
}

/** Names the versions somebody saw when they opened a form, so that what came between is noticed. */
export function seenToken(newest: number, withdrawals: number): string {
  return `${newest}-${withdrawals}`;
}

/** The latest day a version may be scheduled for: further off, nobody would remember it. */
export const FURTHEST_DAYS = 366;

/** What a form of rules says beside the rules. */
export type VersionTerms = { startsOn: Day; note: string };
