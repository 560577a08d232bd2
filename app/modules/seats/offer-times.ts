import type { EventPlan } from "#app/modules/events/plan.ts";
import { lineEndsAt } from "#app/modules/events/registering.ts";
import { addDays, type ClubTime } from "#app/platform/club-time.ts";

const HOUR_MS = 3600_000;
/** Nobody is woken up by an offer, nor sleeps through one: hours of the club's clock. */
const QUIET_FROM = 21;
const QUIET_TO = 9;
/** What is left of the night's end for whoever finds an offer in the morning. */
const MORNING_MS = HOUR_MS;
/** An offer that lasts less is none. */
const SHORTEST_MS = HOUR_MS / 2;

/** Whether an event has a line that somebody can still join. */
export const isLineOpen = (plan: EventPlan, now: Date): boolean =>
  plan.waitlist.open && now < lineEndsAt(plan);

/**
 * When an offer that is made now would end; null where none is made now, at night or when the line has ended.
 *
 * It lasts as long as the event says, and at most half of what is left until the line ends, so that somebody
 * else can still have its places. An end in the night is put off to an hour after it.
 */
export function offerEndsAt(plan: EventPlan, now: Date, time: ClubTime): Date | null {
  const lineEnds = lineEndsAt(plan);
  const left = lineEnds.getTime() - now.getTime();
  if (left < SHORTEST_MS || quietUntil(now, time)) return null;
  const lasts = Math.min(plan.waitlist.offerHours * HOUR_MS, Math.max(left / 2, SHORTEST_MS));
  const ends = new Date(now.getTime() + lasts);
  const morning = quietUntil(ends, time);
  const put = morning ? new Date(morning.getTime() + MORNING_MS) : ends;
  return put < lineEnds ? put : lineEnds;
}

/** The end of the night that an instant lies in; null by day. */
export function quietUntil(at: Date, time: ClubTime): Date | null {
  const day = time.dayOf(at);
  const morning = time.instantOf(day, QUIET_TO, 0, 0);
  if (at < morning) return morning;
  return at >= time.instantOf(day, QUIET_FROM, 0, 0)
    ? time.instantOf(addDays(day, 1), QUIET_TO, 0, 0)
    : null;
}
