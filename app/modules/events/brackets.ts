import type { Day } from "#app/platform/club-time.ts";
import type { EventBracket, EventPlan } from "./plan.ts";

/**
 * How old somebody born on a day is on another: who turns 8 that day is 8, and who was born on 29 February has
 * their birthday on 1 March of other years.
 */
export function ageOn(bornOn: Day, day: Day): number {
  const years = Number(day.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return day.slice(5) >= bornOn.slice(5) ? years : years - 1;
}

/** The bracket of a child, by its age on the event's day; null where none fits. */
export function bracketOf(brackets: readonly EventBracket[], bornOn: Day, day: Day): string | null {
  const age = ageOn(bornOn, day);
  return brackets.find(({ ageFrom, ageTo }) => ageFrom <= age && age <= ageTo)?.key ?? null;
}

/**
 * Whether somebody of a party fits none of the event's age groups: a child that had one when it registered, and whose
 * group has changed or gone since. It keeps its place.
 */
export const isUnplaced = (
  { brackets }: Pick<EventPlan, "brackets">,
  person: { role: "adult" | "child"; bracket: string | null; state: string },
): boolean =>
  brackets.length > 0 &&
  person.role === "child" &&
  person.bracket === null &&
  person.state !== "out";
