import { ageOn, bracketOf } from "#app/modules/events/brackets.ts";
import type { CountedParty } from "#app/modules/events/limits.ts";
import type { EventPlan } from "#app/modules/events/plan.ts";
import type { Day } from "#app/platform/club-time.ts";
import { checkAnswers } from "./check-answers.ts";
import { fitsSizes, sizeProblems } from "./check-sizes.ts";
import {
  ADULT_AGE,
  type Party,
  type PartyPerson,
  type PartyProblem,
  type PlainProblem,
} from "./party.ts";
import type { KeptAgreement, KeptAnswer } from "./registration.ts";

/** What is before is a slip of somebody who types a year. */
const EARLIEST_BIRTH: Day = "1900-01-01";

/** A person of a party that may come, as they are kept. */
export type CheckedPerson = Omit<PartyPerson, "answers" | "ageConfirmed" | "keepsPlace"> & {
  bracket: string | null;
  answers: KeptAnswer[];
};

/** A party that may come, as far as the event's own rules say. */
export type CheckedParty = Omit<Party, "answers" | "agreed" | "people"> & {
  answers: KeptAnswer[];
  agreed: Omit<KeptAgreement, "at">[];
  people: CheckedPerson[];
};

export type PartyCheck =
  | { ok: true; party: CheckedParty }
  | { ok: false; problems: PartyProblem[] };

/**
 * Holds a party against an event's rules: who and how many may come, what is asked and agreed. Children get their
 * bracket by their age on the event's day.
 *
 * @param days `event`: when they come, on the club's calendar; `today`: before which everybody was born.
 */
export function checkParty(
  plan: EventPlan,
  party: Party,
  days: { event: Day; today: Day },
): PartyCheck {
  const answers = checkAnswers(plan.questions, "party", party.answers, ["answers"]);
  const people = party.people.map((person, at) => checkPerson(plan, party, person, at, days));
  const problems: PartyProblem[] = [
    ...sessionProblems(plan, party),
    ...people.flatMap((each) => each.problems),
    ...sizeProblems(plan.party, party.people, ["people"]),
    ...fewerProblems(plan, party),
    ...carProblems(plan, party),
    ...careProblems(plan, party),
    ...agreementProblems(plan, party),
    ...answers.problems,
  ];
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    party: {
      session: plan.sessions.length > 0 ? party.session : null,
      cars: party.cars,
      carPlate: party.carPlate,
      phone: party.phone,
      care: plan.party.care ? party.care : null,
      answers: answers.kept,
      agreed: plan.agreements.map(({ key, version }) => ({ key, version })),
      people: people.map(({ person }) => person),
    },
  };
}

/** A party that comes, as limits see it. */
export const countedParty = ({ session, cars, people }: CheckedParty): CountedParty => ({
  session,
  parties: 1,
  cars,
  people,
});

function checkPerson(
  plan: EventPlan,
  party: Party,
  person: PartyPerson,
  at: number,
  { event, today }: { event: Day; today: Day },
): { person: CheckedPerson; problems: PartyProblem[] } {
  const path = (...field: string[]) => ["people", at, ...field];
  const problems: PartyProblem[] = [];
  const say = (field: string, problem: PlainProblem) =>
    problems.push({ path: path(field), problem });
  const { role, birthDate } = person;
  const isChild = role === "child";
  if (person.name.trim() === "") say("name", "name-needed");
  if (birthDate !== null && birthDate < EARLIEST_BIRTH) say("birthDate", "birth-date-needed");
  else if (birthDate === null) {
    if (isChild || (person.isMember && plan.eligible.ageMin !== null)) {
      say("birthDate", "birth-date-needed");
    }
  } else if (birthDate > today) say("birthDate", "born-in-future");
  else problems.push(...ageProblems(plan, person, ageOn(birthDate, event), path("birthDate")));
  if (isChild && plan.party.adultsOnly) say("role", "adults-only");
  if (party.people.slice(0, at).some((other) => isSame(other, person))) say("name", "twice");
  if (person.isMember && party.people.findIndex(({ isMember }) => isMember) !== at) {
    say("isMember", "two-members");
  }
  if (!isChild && !person.isMember && plan.party.companionPhone && !person.phone?.trim()) {
    say("phone", "phone-needed");
  }
  if (
    isChild &&
    plan.consents.includes("taking_part") &&
    !person.consents.includes("taking_part")
  ) {
    say("consents", "taking-part-needed");
  }
  const answers = checkAnswers(plan.questions, role, person.answers, path("answers"));
  const { answers: _typed, ageConfirmed: _asked, keepsPlace: _known, ...kept } = person;
  return {
    person: {
      ...kept,
      name: person.name.trim(),
      drives: !isChild && person.drives,
      consents: isChild ? plan.consents.filter((each) => person.consents.includes(each)) : [],
      bracket: isChild && birthDate !== null ? bracketOf(plan.brackets, birthDate, event) : null,
      answers: answers.kept,
    },
    problems: [...problems, ...answers.problems],
  };
}

function ageProblems(
  { brackets, eligible }: EventPlan,
  { role, isMember, birthDate, ageConfirmed, keepsPlace }: PartyPerson,
  age: number,
  path: (string | number)[],
): PartyProblem[] {
  if (role === "adult") {
    if (age < ADULT_AGE) return [{ path, problem: "not-adult" }];
    const { ageMin } = eligible;
    return isMember && ageMin !== null && age < ageMin
      ? [{ path, problem: "too-young", ageMin }]
      : [];
  }
  if (age >= ADULT_AGE) return [{ path, problem: "not-child" }];
  const fits = brackets.some(({ ageFrom, ageTo }) => ageFrom <= age && age <= ageTo);
  if (brackets.length > 0 && !fits && !keepsPlace) return [{ path, problem: "no-bracket", age }];
  if (birthDate !== null && age < 1 && !ageConfirmed) return [{ path, problem: "under-one" }];
  return [];
}

/** One child under two rows, as it happens when families are typed by both of its parents. */
function isSame(one: PartyPerson, other: PartyPerson): boolean {
  if (one.familyMemberId !== null && one.familyMemberId === other.familyMemberId) return true;
  return (
    one.birthDate !== null &&
    one.birthDate === other.birthDate &&
    sameName(one.name) === sameName(other.name)
  );
}

/** A name as it is compared: without blanks, in small letters. */
export const sameName = (name: string): string =>
  name.normalize("NFKC").replace(/\s/g, "").toLowerCase();

function sessionProblems({ sessions }: EventPlan, { session }: Party): PartyProblem[] {
  if (sessions.length === 0) return [];
  if (session === null) return [{ path: ["session"], problem: "session-needed" }];
  const there = sessions.some(({ key }) => key === session);
  return there ? [] : [{ path: ["session"], problem: "no-such-session" }];
}

/** "We'd also come as N": N of them must be a party that may come. */
function fewerProblems(plan: EventPlan, { people }: Party): PartyProblem[] {
  const fewer = people.filter(({ inFewer }) => inFewer);
  if (fewer.length === 0 || fewer.length === people.length) return [];
  return fitsSizes(plan.party, fewer) ? [] : [{ path: ["people"], problem: "fewer-unfit" }];
}

const MOST_CARS = 10;

function carProblems({ party: rules }: EventPlan, party: Party): PartyProblem[] {
  const problems: PartyProblem[] = [];
  if (party.cars > MOST_CARS) {
    problems.push({ path: ["cars"], problem: "too-many-cars", most: MOST_CARS });
  }
  if (rules.carRequired) {
    if (party.cars < 1) problems.push({ path: ["cars"], problem: "car-needed" });
    if (!party.carPlate?.trim()) problems.push({ path: ["carPlate"], problem: "plate-needed" });
  }
  if (rules.licenceRequired) {
    const drivers = party.people.filter(({ role, drives }) => role === "adult" && drives).length;
    if (drivers < Math.max(1, party.cars)) {
      problems.push({ path: ["people"], problem: "driver-needed" });
    }
  }
  return problems;
}

/** Only children need somebody to call. */
function careProblems({ party: rules }: EventPlan, { care, people }: Party): PartyProblem[] {
  if (!rules.care || !people.some(({ role }) => role === "child")) return [];
  return (["emergencyName", "emergencyPhone"] as const)
    .filter((field) => !care?.[field].trim())
    .map((field) => ({ path: ["care", field], problem: "emergency-needed" }));
}

function agreementProblems({ agreements }: EventPlan, { agreed }: Party): PartyProblem[] {
  return agreements.flatMap(({ key, version }): PartyProblem[] => {
    const path = ["agreed", key];
    if (agreed[key] === undefined) return [{ path, problem: "agreement-needed" }];
    return agreed[key] === version ? [] : [{ path, problem: "agreement-changed" }];
  });
}
