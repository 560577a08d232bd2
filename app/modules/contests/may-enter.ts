import type { ChildConsent } from "#app/modules/events/plan.ts";
import type { OpenTo } from "./terms.ts";

export type EnterRefusal =
  /** The contest is for children. */
  | "not-a-child"
  /** The guardian has not agreed that the child takes part. */
  | "consent-missing"
  /** A child of none of the brackets that take part. */
  | "no-bracket"
  /** The party does not come, or this one of it does not. */
  | "not-coming";

export type EnterDecision =
  | { ok: true; bracket: string | null }
  | { ok: false; refusal: EnterRefusal };

/**
 * Decides whether somebody of a party may enter a contest, and in which bracket.
 *
 * On the spot staff may put a child into a bracket by hand, whatever its age says: it stands before them. From home a
 * picture is taken only of whoever has a place at the event; on the spot whoever was let in is there. Of an adult nobody
 * has to agree, and in a contest with brackets an adult has to be put in one.
 *
 * @param contest.consents what the event asks guardians for.
 * @param person.consents what they agree to now.
 * @param asked.bracket chosen by hand; null: as the registry has it.
 */
export function mayEnter(
  contest: { openTo: OpenTo; brackets: readonly string[]; consents: readonly ChildConsent[] },
  person: {
    role: "adult" | "child";
    bracket: string | null;
    consents: readonly string[];
    isComing: boolean;
  },
  asked: { source: "spot" | "home"; bracket: string | null },
): EnterDecision {
  if (contest.openTo === "children" && person.role !== "child") {
    return { ok: false, refusal: "not-a-child" };
  }
  if (asked.source === "home" && !person.isComing) return { ok: false, refusal: "not-coming" };
  const mustAgree = person.role === "child" && contest.consents.includes("taking_part");
  if (mustAgree && !person.consents.includes("taking_part")) {
    return { ok: false, refusal: "consent-missing" };
  }
  if (contest.brackets.length === 0) return { ok: true, bracket: null };
  const byHand = asked.source === "spot" ? asked.bracket : null;
  const bracket = byHand ?? person.bracket;
  if (bracket === null || !contest.brackets.includes(bracket)) {
    return { ok: false, refusal: "no-bracket" };
  }
  return { ok: true, bracket };
}
