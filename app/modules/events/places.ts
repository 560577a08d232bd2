import {
  blocking,
  type CountedParty,
  type CountedPerson,
  freeOf,
  type Taken,
  takenBy,
  taking,
} from "./limits.ts";
import type { EventLimit, EventPlan, LimitUnit } from "./plan.ts";

/** Whoever holds places of an event or waits for some, as the database counts them. */
export type PlaceFacts = {
  /** With places, or with an offer that holds some. */
  parties: readonly { session: string | null; parties: number; cars: number }[];
  people: readonly (CountedPerson & { session: string | null; count: number })[];
  /** Those at the head of the line who have no offer. */
  waiting: readonly CountedParty[];
};

/** Of an event for which nobody has registered yet, as in a preview. */
export const NOBODY: PlaceFacts = { parties: [], people: [], waiting: [] };

/** How many are taken of each limit. */
export function takenOf(limits: readonly EventLimit[], facts: PlaceFacts): Taken {
  const groups = facts.people.map(
    ({ session, count, ...person }): CountedParty => ({
      session,
      parties: 0,
      cars: 0,
      people: Array.from({ length: count }, () => person),
    }),
  );
  return takenBy(limits, [...facts.parties.map((each) => ({ ...each, people: [] })), ...groups]);
}

/** What is left of an event, for whoever looks. */
export type PlacesLeft = {
  /** Not even the smallest party would get places at once. */
  full: boolean;
  /** Of the limit that is nearest to its end; null where there is none. */
  left: { unit: LimitUnit; free: number } | null;
  /** Of every limit. */
  limits: { key: string; free: number }[];
};

type Planned = Pick<EventPlan, "limits" | "sessions" | "brackets" | "party">;

/**
 * What is left of an event. A limit for which somebody waits gives newcomers nothing, though some of it may be
 * free: those places go along the line first.
 */
export function placesLeft(plan: Planned, facts: PlaceFacts): PlacesLeft {
  const taken = takenOf(plan.limits, facts);
  const awaited = new Set(
    facts.waiting.flatMap((party) => blocking(plan.limits, taken, party).map(({ key }) => key)),
  );
  const fits = (party: CountedParty) =>
    blocking(plan.limits, taken, party).length === 0 &&
    !plan.limits.some((limit) => awaited.has(limit.key) && taking(limit, party) > 0);
  return {
    full: !smallestParties(plan).some(fits),
    left: nearestEnd(plan.limits, taken),
    limits: plan.limits.map((limit) => ({ key: limit.key, free: freeOf(limit, taken) })),
  };
}

/** The smallest parties that may come: one of each session, with its children in each of the brackets. */
function smallestParties({ sessions, brackets, party }: Planned): CountedParty[] {
  const children = party.childrenMin;
  const forThem =
    party.childrenPerAdult === null ? 0 : Math.ceil(children / party.childrenPerAdult);
  const adults = Math.max(party.adultsMin, forThem, children === 0 ? 1 : 0);
  const ofBracket = brackets.length > 0 ? brackets.map(({ key }) => key) : [null];
  return ofKeys(sessions).flatMap((session) =>
    (children > 0 ? ofBracket : [null]).map((bracket) => ({
      session,
      parties: 1,
      cars: party.carRequired ? 1 : 0,
      people: [
        ...Array.from({ length: adults }, (_, place) => ({
          role: "adult" as const,
          bracket: null,
          drives: party.licenceRequired && place === 0,
        })),
        ...Array.from({ length: children }, () => ({
          role: "child" as const,
          bracket,
          drives: false,
        })),
      ],
    })),
  );
}

const ofKeys = (named: readonly { key: string }[]): (string | null)[] =>
  named.length > 0 ? named.map(({ key }) => key) : [null];

/** Of the limits of the whole event the one with the smallest share left; of a unit's sessions else, together. */
function nearestEnd(limits: readonly EventLimit[], taken: Taken): PlacesLeft["left"] {
  const whole = limits.filter(({ session, bracket }) => session === null && bracket === null);
  const shares = whole.map((limit) => ({
    unit: limit.unit,
    free: freeOf(limit, taken),
    share: limit.most === 0 ? 0 : freeOf(limit, taken) / limit.most,
  }));
  const [nearest] = shares.sort((a, b) => a.share - b.share);
  if (nearest) return { unit: nearest.unit, free: nearest.free };
  const bySession = limits.filter(({ session, bracket }) => session !== null && bracket === null);
  const unit = bySession[0]?.unit;
  if (!unit) return null;
  const free = bySession
    .filter((limit) => limit.unit === unit)
    .reduce((sum, limit) => sum + freeOf(limit, taken), 0);
  return { unit, free };
}
