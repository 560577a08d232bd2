import type { ChildConsent } from "#app/modules/events/plan.ts";
import type { Day } from "#app/platform/club-time.ts";

/** Who is so old on the day of the event comes as an adult, and whoever is younger as a child. */
export const ADULT_AGE = 18;

/** Answers as they are typed, by the question's key: of a choice its option's key. */
export type TypedAnswers = Readonly<Record<string, string>>;

/** Whoever is to come, as their party says. */
export type PartyPerson = {
  role: "adult" | "child";
  name: string;
  birthDate: Day | null;
  phone: string | null;
  familyMemberId: number | null;
  /** The member themselves. */
  isMember: boolean;
  drives: boolean;
  /** Would come also where others of the party find no place. */
  inFewer: boolean;
  /** A birth date less than a year ago was asked about, and is right. */
  ageConfirmed?: boolean;
  /** A child with a place that fits no age group any more since these have changed: it comes nevertheless. */
  keepsPlace?: boolean;
  answers: TypedAnswers;
  /** What a guardian agrees to for a child. */
  consents: readonly ChildConsent[];
  allergies: string;
};

/** A party as it is typed. */
export type Party = {
  /** The key of one, of an event with sessions. */
  session: string | null;
  cars: number;
  carPlate: string | null;
  /** Where they are reached on the day. */
  phone: string | null;
  answers: TypedAnswers;
  /** The versions of the agreements that they agreed to, by their keys. */
  agreed: Readonly<Record<string, number>>;
  care: PartyCare | null;
  people: readonly PartyPerson[];
};

export type PartyCare = { emergencyName: string; emergencyPhone: string; collectors: string };

/** What can be wrong that needs no further words. */
export type PlainProblem =
  | "session-needed"
  | "no-such-session"
  | "name-needed"
  | "birth-date-needed"
  | "born-in-future"
  /** Less than a year old on the event's day: is that right? */
  | "under-one"
  | "twice"
  | "two-members"
  | "phone-needed"
  | "adults-only"
  | "not-adult"
  | "not-child"
  | "taking-part-needed"
  | "car-needed"
  | "plate-needed"
  | "driver-needed"
  | "emergency-needed"
  | "agreement-needed"
  /** Other words hold since they were read. */
  | "agreement-changed"
  | "answer-needed"
  | "answer-unfit"
  /** Those who would come without the others are no party that may come. */
  | "fewer-unfit"
  /** Those who have places are, without the others, no party that may come. */
  | "coming-unfit"
  /** Somebody who was not in the party, or is named twice. */
  | "no-such-person";

/** What is wrong with a party, and where: the fields' names down from the party. */
export type PartyProblem = { path: readonly (string | number)[] } & (
  | { problem: PlainProblem }
  | { problem: "no-bracket"; age: number }
  | { problem: "too-young"; ageMin: number }
  | { problem: "too-few-adults" | "too-few-children"; least: number }
  | {
      problem: "too-many-adults" | "too-many-children" | "too-many-cars";
      most: number;
    }
  | { problem: "more-adults-needed"; childrenPerAdult: number }
);
