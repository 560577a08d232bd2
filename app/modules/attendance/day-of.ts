import type { EventPlan } from "#app/modules/events/plan.ts";

/** What a device is told of the event. */
export type DayOf = Pick<EventPlan, "title" | "startsAt" | "endsAt" | "sessions" | "brackets"> & {
  eventId: number;
};

/** Of an event what a device is told: not its price, nor who may come. */
export function dayOf({ id, plan }: { id: number; plan: EventPlan }): DayOf {
  const { title, startsAt, endsAt, sessions, brackets } = plan;
  return { eventId: id, title, startsAt, endsAt, sessions, brackets };
}
