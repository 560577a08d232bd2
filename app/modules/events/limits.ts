import type { EventLimit } from "./plan.ts";

/** Whoever comes, as limits see them. */
export type CountedPerson = { role: "adult" | "child"; bracket: string | null; drives: boolean };

/** A party, as limits see it. Somebody who only joins a party that has a place is no party and brings no car. */
export type CountedParty = {
  session: string | null;
  parties: number;
  cars: number;
  people: readonly CountedPerson[];
};

/** How many are taken, by the limit's key. */
export type Taken = ReadonlyMap<string, number>;

/** How much of a limit a party takes. */
export function taking(limit: EventLimit, party: CountedParty): number {
  if (limit.session !== null && limit.session !== party.session) return 0;
  if (limit.unit === "parties") return party.parties;
  if (limit.unit === "cars") return party.cars;
  return party.people.filter((person) => counts(limit, person)).length;
}

function counts({ unit, bracket }: EventLimit, person: CountedPerson): boolean {
  if (bracket !== null && bracket !== person.bracket) return false;
  if (unit === "adults") return person.role === "adult";
  if (unit === "children") return person.role === "child";
  if (unit === "drivers") return person.drives;
  return true;
}

/** What several parties take together, of each limit. */
export function takenBy(limits: readonly EventLimit[], parties: readonly CountedParty[]): Taken {
  return new Map(
    limits.map((limit) => [
      limit.key,
      parties.reduce((sum, party) => sum + taking(limit, party), 0),
    ]),
  );
}

/** How much of a limit is free: never less than none, also where somebody was let in over it. */
export const freeOf = (limit: EventLimit, taken: Taken): number =>
  Math.max(0, limit.most - (taken.get(limit.key) ?? 0));

/** The limits that a party does not fit in; none, where it can come. */
export function blocking(
  limits: readonly EventLimit[],
  taken: Taken,
  party: CountedParty,
): EventLimit[] {
  return limits.filter((limit) => {
    const wanted = taking(limit, party);
    return wanted > 0 && wanted > freeOf(limit, taken);
  });
}

/** What is taken once a party has its places as well. */
export function withParty(limits: readonly EventLimit[], taken: Taken, party: CountedParty): Taken {
  return new Map(
    limits.map((limit) => [limit.key, (taken.get(limit.key) ?? 0) + taking(limit, party)]),
  );
}
