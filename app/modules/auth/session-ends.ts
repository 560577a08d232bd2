const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How long a session lasts unused, and how long it lasts at all, in milliseconds. */
const LASTING = {
  owner: { idle: 30 * DAY_MS, whole: 180 * DAY_MS },
  staff: { idle: 12 * HOUR_MS, whole: 24 * HOUR_MS },
};

/** Not every page view is written down; an idle end may come this much early or late. */
const SEEN_AGAIN_MS = 5 * MINUTE_MS;

export type SessionTimes = { createdAt: Date; seenAt: Date };

/** The instant at which a session ends even if it is used all the time. */
export function absoluteEnd(createdAt: Date, staff: boolean): Date {
  return new Date(createdAt.getTime() + LASTING[staff ? "staff" : "owner"].whole);
}

/**
 * Whether a session still holds. `staff` is asked anew each time: whoever is given a role at the
 * dealership while signed in as an owner is from then on under the shorter ends.
 */
export function sessionHolds(session: SessionTimes, staff: boolean, now: Date): boolean {
  const idleEnd = session.seenAt.getTime() + LASTING[staff ? "staff" : "owner"].idle;
  return now.getTime() < idleEnd && now < absoluteEnd(session.createdAt, staff);
}

/** Whether its being used is worth writing down again. */
export function isSeenStale(session: SessionTimes, now: Date): boolean {
  return now.getTime() - session.seenAt.getTime() >= SEEN_AGAIN_MS;
}
