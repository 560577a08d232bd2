import { createContext, useContext } from "react";
import type { EmergencyContact } from "#app/modules/account/emergency-contact.server.ts";
import type { EventPlan, EventQuestion } from "#app/modules/events/plan.ts";
import { askedOf } from "#app/modules/parties/check-answers.ts";
import type { PartyProblem } from "#app/modules/parties/party.ts";
import type { TypedFields } from "#app/modules/parties/typed-party.ts";
import { useT } from "#app/platform/words/words.tsx";

/** What the fields of a party's form have in common. */
export type PartyFormState = {
  plan: EventPlan;
  /** What is typed now; before scripts run, what was sent. */
  typed: TypedFields;
  /** What was sent and refused: what the fields begin with. */
  sent: TypedFields | null;
  /** Scripts run: what is not asked can be hidden. */
  isLive: boolean;
  problems: Readonly<Record<string, readonly PartyProblem[]>>;
  /** Some may be without a place: who would come all the same is asked. */
  nearlyFull: boolean;
  /** Its guardian fills it in, and can have a child remembered. */
  ofMember: boolean;
  /** Whom they had called before, to begin with; undefined where nothing is remembered, as at the desk. */
  contact: EmergencyContact | null | undefined;
  /** Somebody of the party, as it is typed, is a child. */
  hasChild: boolean;
};

export const PartyFormContext = createContext<PartyFormState | null>(null);

export function usePartyForm() {
  const state = useContext(PartyFormContext);
  if (!state) throw new Error("A field of a party outside of its form.");
  const t = useT();
  const { plan, typed, sent, isLive, problems } = state;
  return {
    ...state,
    t,
    /** What a field begins with. */
    was: (name: string): string | undefined => sent?.[name]?.[0],
    /** Whether a box begins ticked. */
    wasTicked: (name: string, value: string, atFirst = false): boolean =>
      sent ? (sent[name] ?? []).includes(value) : atFirst,
    errorsOf: (name: string): string[] =>
      (problems[name] ?? []).map((problem) =>
        t(`registrations.problem.${problem.problem}`, valuesOf(problem)),
      ),
    /** The questions of the party or of a person, whose answers' names begin so. */
    questionsOf: (of: EventQuestion["of"], prefix: string): EventQuestion[] => {
      if (!isLive) return plan.questions.filter((each) => each.of === of && !each.retired);
      const answers = Object.fromEntries(
        plan.questions.map(({ key }) => [key, typed[prefix + key]?.[0] ?? ""]),
      );
      return askedOf(plan.questions, of, answers);
    },
  };
}

const valuesOf = ({ path: _path, problem: _problem, ...values }: PartyProblem) =>
  values as Record<string, number>;
