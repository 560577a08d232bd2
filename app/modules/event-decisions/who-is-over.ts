import { type CountedParty, taking } from "#app/modules/events/limits.ts";
import type { EventLimit } from "#app/modules/events/plan.ts";

/** A party that has places, as whoever decides sees it. */
export type PartyIn = CountedParty & {
  id: number;
  /** Somebody of the staff has let it in over capacity, by name and for a reason. */
  isDecided: boolean;
};

/** A limit that more have come to than it lets in, and nobody has decided about. */
export type LimitOver = {
  limit: EventLimit;
  /** All who take of it, those who were let in over it too. */
  taken: number;
  /** How many of them nobody has decided about. */
  over: number;
  /** The parties that came in last, until there are enough of them; the latest first. */
  parties: number[];
};

/**
 * Which parties are over an event's limits, as after one was lowered: per limit those who got their places last. What
 * parties take that staff let in over capacity is decided, and counts no more.
 *
 * @param parties in the order in which they got their places.
 */
export function whoIsOver(limits: readonly EventLimit[], parties: readonly PartyIn[]): LimitOver[] {
  return limits.flatMap((limit): LimitOver[] => {
    const sum = (some: readonly PartyIn[]) =>
      some.reduce((total, party) => total + taking(limit, party), 0);
    const taken = sum(parties);
    const open = parties.filter(({ isDecided }) => !isDecided);
    const over = Math.min(
      taken - limit.most - sum(parties.filter((each) => each.isDecided)),
      sum(open),
    );
    if (over <= 0) return [];
    const last: number[] = [];
    let found = 0;
    for (const party of open.toReversed()) {
      if (found >= over) break;
      const takes = taking(limit, party);
      if (takes > 0) last.push(party.id);
      found += takes;
    }
    return [{ limit, taken, over, parties: last }];
  });
}
