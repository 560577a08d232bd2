import type { EventPlan } from "#app/modules/events/plan.ts";

/** An event of which it is asked whether it takes place, in its lock. */
export type OpenEvent = Pick<EventPlan, "startsAt" | "endsAt"> & {
  state: "published" | "cancelled";
};

export type WaitRefusal =
  | "cancelled"
  | "over"
  /** A colleague has said something since whoever decides looked. */
  | "changed-meanwhile"
  /** The hour by which it is decided is over, or the event would be. */
  | "past"
  | "after-end";

/**
 * Decides whether staff may say that it is still open whether an event takes place, until an hour. A second time
 * replaces the first, as long as whoever says it has seen the first.
 *
 * @param standing the wait that holds now, by its id; `seen` the one that whoever decides looked at.
 */
export function mayWait(
  event: OpenEvent,
  { standing, seen }: { standing: number | null; seen: number | null },
  decideBy: Date,
  now: Date,
): WaitRefusal | null {
  if (event.state === "cancelled") return "cancelled";
  if (now >= event.endsAt) return "over";
  if (standing !== seen) return "changed-meanwhile";
  if (decideBy <= now) return "past";
  if (decideBy >= event.endsAt) return "after-end";
  return null;
}

const MINUTE_MS = 60_000;
/** So that who comes from far away can still set off. */
const BEFORE_MINUTES = 120;
const QUARTER_MS = 15 * MINUTE_MS;

/** The hour that a form proposes: two hours before an event begins; later than that a good half hour from now. */
export function proposedHour({ startsAt }: Pick<EventPlan, "startsAt">, now: Date): Date {
  const usual = startsAt.getTime() - BEFORE_MINUTES * MINUTE_MS;
  const soon = Math.ceil((now.getTime() + 2 * QUARTER_MS) / QUARTER_MS) * QUARTER_MS;
  return new Date(Math.max(usual, soon));
}
