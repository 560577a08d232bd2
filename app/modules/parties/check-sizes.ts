import type { EventPlan } from "#app/modules/events/plan.ts";
import type { PartyPerson, PartyProblem } from "./party.ts";

type Role = Pick<PartyPerson, "role">;

/** What is wrong with how many adults and children a party has. */
export function sizeProblems(
  rules: EventPlan["party"],
  people: readonly Role[],
  path: readonly (string | number)[],
): PartyProblem[] {
  const adults = people.filter(({ role }) => role === "adult").length;
  const children = people.length - adults;
  const problems: PartyProblem[] = [];
  const { adultsMin, adultsMax, childrenMin, childrenMax, childrenPerAdult } = rules;
  // A party without anybody is none, whatever the event asks for.
  const least = people.length === 0 ? Math.max(1, adultsMin) : adultsMin;
  if (adults < least) problems.push({ path, problem: "too-few-adults", least });
  if (adults > adultsMax) problems.push({ path, problem: "too-many-adults", most: adultsMax });
  if (children < childrenMin) {
    problems.push({ path, problem: "too-few-children", least: childrenMin });
  }
  if (children > childrenMax && !rules.adultsOnly) {
    problems.push({ path, problem: "too-many-children", most: childrenMax });
  }
  if (childrenPerAdult !== null && children > adults * childrenPerAdult) {
    problems.push({ path, problem: "more-adults-needed", childrenPerAdult });
  }
  return problems;
}

/** Whether so many adults and children are a party that may come. */
export const fitsSizes = (rules: EventPlan["party"], people: readonly Role[]): boolean =>
  sizeProblems(rules, people, []).length === 0;
