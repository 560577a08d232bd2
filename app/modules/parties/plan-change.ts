import { type Taken, taking } from "#app/modules/events/limits.ts";
import type { EventPlan } from "#app/modules/events/plan.ts";
import type { CheckedParty, CheckedPerson } from "./check-party.ts";
import { fitsSizes } from "./check-sizes.ts";
import type { PartyProblem } from "./party.ts";

type Was = {
  state: string;
  session: string | null;
  cars: number;
  people: readonly (Pick<CheckedPerson, "role" | "bracket" | "drives"> & {
    id: number;
    state: string;
  })[];
};

/** What a change of a party does to places. */
export type PartyPlan = {
  /** The ids of those who leave it, and the places in the new party of those who join it. */
  leaving: number[];
  joining: number[];
  /** How many come of those who had places. */
  staying: number;
  /** Needed of each limit beside what they had: by those who stay, and with those who join. */
  stays: Taken;
  whole: Taken;
  /** What is taken, without what they had and need no more. */
  without: (taken: Taken) => Taken;
  problems: PartyProblem[];
};

/**
 * Compares a party as it is to be with what it was.
 *
 * @param named who each of the new party's people was in the old one, in the same order.
 */
export function planChange(
  { party: sizes, limits }: EventPlan,
  was: Was,
  party: CheckedParty,
  named: readonly { id: number | null }[],
): PartyPlan {
  const present = was.people.filter(({ state }) => state !== "out");
  const wasOf = (at: number) => present.find(({ id }) => id === named[at]?.id);
  const problems: PartyProblem[] = named.flatMap(({ id }, at) =>
    id !== null && (!wasOf(at) || named.findIndex((other) => other.id === id) !== at)
      ? [{ path: ["people", at], problem: "no-such-person" as const }]
      : [],
  );
  const joining = named.flatMap(({ id }, at) => (id === null ? [at] : []));
  const leaving = present.map(({ id }) => id).filter((id) => !named.some((each) => each.id === id));
  const hadPlace = (at: number) => wasOf(at)?.state === "coming";
  const stayers = party.people.filter((_, at) => hadPlace(at));
  const joiners = joining.flatMap((at) => party.people[at] ?? []);
  if (was.state === "registered" && !fitsSizes(sizes, stayers)) {
    problems.push({ path: ["people"], problem: "coming-unfit" });
  }
  const { session, cars } = party;
  const had = {
    session: was.session,
    cars: was.cars,
    parties: 1,
    people: present.filter(({ state }) => state === "coming"),
  };
  const more = (people: readonly CheckedPerson[]): Taken =>
    new Map(
      limits.map((limit) => {
        const wanted = taking(limit, { session, cars, parties: 1, people });
        return [limit.key, Math.max(0, wanted - taking(limit, had))];
      }),
    );
  const now = { session, cars, parties: 1, people: stayers };
  return {
    leaving,
    joining,
    staying: stayers.length,
    stays: more(stayers),
    whole: more([...stayers, ...joiners]),
    without: (taken) =>
      new Map(
        limits.map((limit) => {
          const freed = Math.max(0, taking(limit, had) - taking(limit, now));
          return [limit.key, (taken.get(limit.key) ?? 0) - freed];
        }),
      ),
    problems,
  };
}
