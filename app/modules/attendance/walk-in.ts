import type { ChildConsent, EventPlan } from "#app/modules/events/plan.ts";
import type { Party, PartyProblem, TypedAnswers } from "#app/modules/parties/party.ts";
import type { Day } from "#app/platform/club-time.ts";

/** A family that stands at the gate, as it is written down there: a birth date makes a child. */
export type WalkIn = {
  people: { name: string; birthDate: Day | null; allergies: string }[];
  session: string | null;
  carPlate: string;
  phone: string;
  emergencyName: string;
  emergencyPhone: string;
  /** The waiver and the other agreements were read, and agreed to. */
  agreed: boolean;
  consents: ChildConsent[];
  /** By the question's key, for everybody of whom it is asked. */
  answers: TypedAnswers;
};

/** As many as fit on the form of the gate; a larger family is two. */
export const WALK_IN_PEOPLE = 5;

/** The party that a family at the gate is, as the registry asks for one. */
export function partyOf(plan: EventPlan, walkIn: WalkIn, isMember: boolean): Party {
  const { carPlate, phone, emergencyName, emergencyPhone, agreed, answers, consents } = walkIn;
  const people = walkIn.people.filter(({ name }) => name !== "");
  const firstAdult = people.findIndex(({ birthDate }) => birthDate === null);
  return {
    session: plan.sessions.length > 0 ? walkIn.session : null,
    cars: carPlate === "" ? 0 : 1,
    carPlate: carPlate || null,
    phone: phone || null,
    answers,
    agreed: agreed
      ? Object.fromEntries(plan.agreements.map(({ key, version }) => [key, version]))
      : {},
    care:
      emergencyName || emergencyPhone ? { emergencyName, emergencyPhone, collectors: "" } : null,
    people: people.map(({ name, birthDate, allergies }, at) => ({
      role: birthDate === null ? "adult" : "child",
      name,
      birthDate,
      phone: phone || null,
      familyMemberId: null,
      isMember: isMember && at === firstAdult,
      drives: carPlate !== "" && at === firstAdult,
      inFewer: false,
      ageConfirmed: true,
      answers,
      consents: birthDate === null ? [] : consents,
      allergies,
    })),
  };
}

/** What is wrong, in the few words that there are for it at a gate. */
export const walkInProblems = [
  "adults",
  "agreement",
  "answer",
  "birth-date",
  "bracket",
  "car",
  "children",
  "consent",
  "emergency",
  "name",
  "other",
  "phone",
  "session",
] as const;
export type WalkInProblem = (typeof walkInProblems)[number];

const SAID: Partial<Record<PartyProblem["problem"], WalkInProblem>> = {
  "session-needed": "session",
  "no-such-session": "session",
  "name-needed": "name",
  twice: "name",
  "birth-date-needed": "birth-date",
  "born-in-future": "birth-date",
  "not-child": "birth-date",
  "phone-needed": "phone",
  "adults-only": "children",
  "too-few-children": "children",
  "too-many-children": "children",
  "taking-part-needed": "consent",
  "car-needed": "car",
  "plate-needed": "car",
  "driver-needed": "car",
  "emergency-needed": "emergency",
  "agreement-needed": "agreement",
  "agreement-changed": "agreement",
  "answer-needed": "answer",
  "answer-unfit": "answer",
  "no-bracket": "bracket",
  "too-few-adults": "adults",
  "too-many-adults": "adults",
  "more-adults-needed": "adults",
};

/** What has to be said about a party that does not fit the event's rules, each once. */
export const saidOf = (problems: readonly PartyProblem[]): WalkInProblem[] => [
  ...new Set(problems.map(({ problem }) => SAID[problem] ?? "other")),
];
