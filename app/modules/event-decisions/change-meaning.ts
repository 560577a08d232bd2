import type { EventPlan } from "#app/modules/events/plan.ts";
import type { ClubTime } from "#app/platform/club-time.ts";
import { isReason } from "#app/platform/reason.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";
import { type PartyIn, whoIsOver } from "./who-is-over.ts";

/** Where a party of a session that is held no more does not go: neither is a key of a session. */
export const CANCELLED = ":cancel";
export const WHOLE_EVENT = ":whole";

/** Where the parties of a session that is held no more go. */
export type HomeDecision = {
  session: string;
  /** The key of another session, {@link WHOLE_EVENT} or {@link CANCELLED}. */
  to: string;
  /** Read by whoever is cancelled; kept of who is let in over capacity. */
  reason: string;
};

/** Somewhere they can go, and how many of their parties would be over a limit there. */
export type Home = { to: string; name: InBoth | null; over: number };

/** A session that is taken out although parties are in it. */
export type Homeless = {
  session: string;
  name: InBoth;
  /** That have places, and that wait. */
  parties: number;
  waiting: number;
  homes: Home[];
  /** Why what was decided is not enough yet: nothing was chosen, or it takes a reason. */
  problem: "choose" | "reason" | null;
};

type Planned = Pick<EventPlan, "sessions" | "limits" | "startsAt">;

/**
 * The sessions that a plan has no more although parties are in them, each with where these can go: to another session
 * of the same day, or to the event as a whole, where it has no sessions any more.
 *
 * @param parties with places, in the order in which they got them.
 * @param waiting how many parties wait, by the key of their session.
 */
export function homelessOf(
  before: Planned,
  after: Planned,
  parties: readonly PartyIn[],
  waiting: ReadonlyMap<string, number>,
  time: ClubTime,
): Homeless[] {
  return before.sessions.flatMap((session): Homeless[] => {
    const { key, name, startsAt } = session;
    if (after.sessions.some((each) => each.key === key)) return [];
    const theirs = parties.filter((party) => party.session === key);
    const waits = waiting.get(key) ?? 0;
    if (theirs.length === 0 && waits === 0) return [];
    const isSameDay = (at: Date) => time.dayOf(at) === time.dayOf(startsAt);
    const overIn = (to: string | null) => {
      const others = parties.filter((party) => party.session !== key);
      const moved = theirs.map((party) => ({ ...party, session: to }));
      const over = whoIsOver(after.limits, [...others, ...moved]);
      return moved.filter(({ id }) => over.some((limit) => limit.parties.includes(id))).length;
    };
    const homes = after.sessions
      .filter((each) => isSameDay(each.startsAt))
      .map((each): Home => ({ to: each.key, name: each.name, over: overIn(each.key) }));
    if (after.sessions.length === 0 && isSameDay(after.startsAt)) {
      homes.push({ to: WHOLE_EVENT, name: null, over: overIn(null) });
    }
    return [
      { session: key, name, parties: theirs.length, waiting: waits, homes, problem: "choose" },
    ];
  });
}

/** What is still missing of what was decided about the parties of a session. */
export function problemOf(
  { session, homes }: Homeless,
  decisions: readonly HomeDecision[],
): Homeless["problem"] {
  const decision = decisions.find((each) => each.session === session);
  const home = homes.find(({ to }) => to === decision?.to);
  if (!decision || (!home && decision.to !== CANCELLED)) return "choose";
  const needsReason = !home || home.over > 0;
  return needsReason && !isReason(decision.reason) ? "reason" : null;
}
