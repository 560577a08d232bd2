import { type EventPlan, timesFor } from "./plan.ts";

/** What people register for: where one of these moves, they are told and may leave with what they paid. */
export const movedParts = ["time", "place", "price"] as const;
export type MovedPart = (typeof movedParts)[number];

/** What moved with a version of an event. */
export type Moves = {
  moved: readonly string[];
  /**
   * Whose time: of who comes to these sessions, by their keys, and to the event as a whole where it has
   * {@link AS_A_WHOLE}; empty for everybody.
   */
  timeOf: readonly string[];
};

/** Stands for those who come to no session, among the keys of sessions. */
const AS_A_WHOLE = "";

/**
 * What of an event moves from one plan to another, and for whom. A session that moves, or is no longer there, is a move
 * of time for whoever chose it: they come at another time, or not at all. Who chose another one comes as before.
 */
export function movesBetween(
  before: EventPlan,
  after: EventPlan,
): { moved: MovedPart[]; timeOf: string[] } {
  const timeOf = [AS_A_WHOLE, ...before.sessions.map(({ key }) => key)].filter((key) => {
    const isGone = key !== AS_A_WHOLE && !after.sessions.some((session) => session.key === key);
    return isGone || spanOf(before, key) !== spanOf(after, key);
  });
  const moved: MovedPart[] = [];
  if (timeOf.length > 0) moved.push("time");
  if (!same(before.place, after.place) || !same(before.address, after.address)) {
    moved.push("place");
  }
  if (!same(before.price, after.price)) moved.push("price");
  return { moved, timeOf };
}

/** What has moved for who comes to a session, by its key, or (null) to the event as a whole. */
export const movedFor = (versions: readonly Moves[], session: string | null): MovedPart[] =>
  movedParts.filter((part) =>
    versions.some(
      ({ moved, timeOf }) =>
        moved.includes(part) &&
        (part !== "time" || timeOf.length === 0 || timeOf.includes(session ?? AS_A_WHOLE)),
    ),
  );

const spanOf = (plan: EventPlan, session: string) => {
  const { startsAt, endsAt } = timesFor(plan, session);
  return `${startsAt.toISOString()} ${endsAt.toISOString()}`;
};

/** A word corrected in one language is a move as well: what people read is what they came for. */
const same = (one: object, other: object) =>
  JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort());
