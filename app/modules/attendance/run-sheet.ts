import type { EventPlan } from "#app/modules/events/plan.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";
import type { ListedParty } from "./check-in-list.ts";

/** A number that organisers lay tables by; `name` of a bracket or a session. */
export type SheetNumber = {
  what: "people" | "adults" | "children" | "cars" | "bracket" | "session";
  name: InBoth | null;
  count: number;
};

/** How many come: in all, of each bracket, and to each session. What nobody asked about is left out. */
export function numbersOf(
  { brackets, sessions }: Pick<EventPlan, "brackets" | "sessions">,
  parties: readonly ListedParty[],
): SheetNumber[] {
  const coming = parties.map(({ people, ...party }) => ({
    ...party,
    people: people.filter(({ state }) => state === "coming"),
  }));
  const people = coming.flatMap((party) => party.people);
  const ofRole = (role: "adult" | "child") => people.filter((each) => each.role === role).length;
  const cars = coming.reduce((sum, party) => sum + party.cars, 0);
  const plain = (what: SheetNumber["what"], count: number) => ({ what, name: null, count });
  return [
    plain("people", people.length),
    plain("adults", ofRole("adult")),
    plain("children", ofRole("child")),
    ...(cars > 0 ? [plain("cars", cars)] : []),
    ...brackets.map(({ key, name }) => ({
      what: "bracket" as const,
      name,
      count: people.filter(({ bracket }) => bracket === key).length,
    })),
    ...sessions.map(({ key, name }) => ({
      what: "session" as const,
      name,
      count: coming
        .filter(({ session }) => session === key)
        .reduce((sum, party) => sum + party.people.length, 0),
    })),
  ];
}
