import type { TypedEvent } from "#app/modules/events/typed-event.ts";
import { addDays, parseDay } from "#app/platform/club-time.ts";

const MOMENTS = ["startsAt", "endsAt", "opensAt", "closesAt", "freeUntil"] as const;

/**
 * The form of an event that is held some days later: all of its moments move along. They are texts of the club's
 * clock, so that it stays at its hour where the clock changes between.
 */
export function shiftEvent(typed: TypedEvent, days: number): TypedEvent {
  const moved = Object.fromEntries(MOMENTS.map((field) => [field, shift(typed[field], days)]));
  return {
    ...typed,
    ...(moved as Record<(typeof MOMENTS)[number], string>),
    sessions: typed.sessions.map((session) => ({
      ...session,
      startsAt: shift(session.startsAt, days),
      endsAt: shift(session.endsAt, days),
    })),
  };
}

function shift(text: string, days: number): string {
  const day = parseDay(text.slice(0, 10));
  return day === null ? text : addDays(day, days) + text.slice(10);
}
