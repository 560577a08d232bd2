import type { EventPlan } from "./plan.ts";

/** What people register for: where one of these moves, they are told and may leave with what they paid. */
export const movedParts = ["time", "place", "price"] as const;
export type MovedPart = (typeof movedParts)[number];

/**
 * What of an event moves from one plan to another. A session that moves, or is no longer there, is a move of time:
 * whoever chose it comes at another time, or not at all.
 */
export function movedBetween(before: EventPlan, after: EventPlan): MovedPart[] {
  const moved: MovedPart[] = [];
  if (timesOf(before) !== timesOf(after) || !sessionsStay(before, after)) moved.push("time");
  if (!same(before.place, after.place) || !same(before.address, after.address)) {
    moved.push("place");
  }
  if (!same(before.price, after.price)) moved.push("price");
  return moved;
}

const timesOf = ({ startsAt, endsAt }: EventPlan) =>
  `${startsAt.toISOString()} ${endsAt.toISOString()}`;

const sessionsStay = (before: EventPlan, after: EventPlan) =>
  before.sessions.every((session) => {
    const now = after.sessions.find(({ key }) => key === session.key);
    return (
      now?.startsAt.getTime() === session.startsAt.getTime() &&
      now.endsAt.getTime() === session.endsAt.getTime()
    );
  });

/** A word corrected in one language is a move as well: what people read is what they came for. */
const same = (one: object, other: object) =>
  JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort());
