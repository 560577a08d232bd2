import { describe, expect, test } from "vitest";
import type { EventPlan, EventQuestion } from "#app/modules/events/plan.ts";
import { ANY_PARTY, aContestPlan, aPlan, EVERYBODY } from "../../../tests/support/events.ts";
import { aChild, anAdult, aParty } from "../../../tests/support/registrations.ts";
import { checkParty } from "./check-party.ts";
import type { Party } from "./party.ts";

const days = { event: "2027-03-14", today: "2027-02-20" };
const me = anAdult({ isMember: true });
const family = (...children: Parameters<typeof aChild>[0][]): Party =>
  aParty({ people: [me, ...children.map((child) => aChild(child))] });

/** What is wrong, as the field and the word for it. */
function wrong(plan: EventPlan, party: Party): string[] {
  const answer = checkParty(plan, party, days);
  return answer.ok
    ? []
    : answer.problems.map(({ path, problem }) => `${path.join(".")} ${problem}`);
}

const asked = (given: Partial<EventQuestion>): EventQuestion => ({
  key: "lunch",
  kind: "choice",
  of: "party",
  label: { en: "Lunch?", zh: "" },
  options: ["yes", "no"].map((key) => ({ key, label: { en: key, zh: "" } })),
  required: true,
  onlyIf: null,
  retired: false,
  ...given,
});
const party = (changes: Partial<EventPlan["party"]>) => ({ ...ANY_PARTY, ...changes });

test("a family that may come is kept with the brackets of the day", () => {
  const answer = checkParty(aContestPlan(), family({ birthDate: "2019-03-14" }), days);
  expect(answer).toMatchObject({
    ok: true,
    party: { people: [{ bracket: null }, { bracket: "junior" }] },
  });
});

test.each<[string, EventPlan, Party, string[]]>([
  ["turns 8 the day after", aContestPlan(), family({ birthDate: "2019-03-15" }), []],
  [
    "is too old for every bracket",
    aContestPlan(),
    family({ birthDate: "2016-03-14" }),
    ["people.1.birthDate no-bracket"],
  ],
  [
    "is born tomorrow",
    aPlan(),
    family({ birthDate: "2027-02-21" }),
    ["people.1.birthDate born-in-future"],
  ],
  [
    "is less than a year old",
    aPlan(),
    family({ birthDate: "2026-05-01" }),
    ["people.1.birthDate under-one"],
  ],
  [
    "is so, and that was asked",
    aPlan(),
    family({ birthDate: "2026-05-01", ageConfirmed: true }),
    [],
  ],
  [
    "has no birth date",
    aPlan(),
    family({ birthDate: null }),
    ["people.1.birthDate birth-date-needed"],
  ],
  ["is grown up", aPlan(), family({ birthDate: "2009-03-14" }), ["people.1.birthDate not-child"]],
  [
    "is named twice",
    aPlan(),
    family({ name: "Lin Yu" }, { name: "lin yu " }),
    ["people.2.name twice"],
  ],
  [
    "may not take part",
    aContestPlan(),
    family({ consents: ["artwork"] }),
    ["people.1.consents taking-part-needed"],
  ],
  [
    "comes to an evening for adults",
    aPlan({ party: party({ adultsOnly: true }) }),
    family({}),
    ["people.1.role adults-only"],
  ],
])("a child that %s", (_case, plan, given, problems) => {
  expect(wrong(plan, given)).toEqual(problems);
});

test.each<[string, EventPlan, Party, string[]]>([
  ["nobody", aPlan(), aParty({ people: [] }), ["people too-few-adults"]],
  [
    "too many children for one adult",
    aPlan({ party: party({ childrenPerAdult: 1 }) }),
    family({}, {}),
    ["people more-adults-needed"],
  ],
  ["no child where one must come", aContestPlan(), family(), ["people too-few-children"]],
  [
    "an adult of 17",
    aPlan(),
    aParty({ people: [me, anAdult({ birthDate: "2009-03-15" })] }),
    ["people.1.birthDate not-adult"],
  ],
  [
    "a member who is too young",
    aPlan({ eligible: { ...EVERYBODY, ageMin: 25 } }),
    aParty({ people: [{ ...me, birthDate: "2002-03-15" }] }),
    ["people.0.birthDate too-young"],
  ],
  [
    "a companion without a phone",
    aPlan({ party: party({ companionPhone: true }) }),
    aParty({ people: [me, anAdult()] }),
    ["people.1.phone phone-needed"],
  ],
  [
    "no car where cars are counted",
    aPlan({ party: party({ carRequired: true }) }),
    aParty(),
    ["cars car-needed", "carPlate plate-needed"],
  ],
  [
    "nobody who drives",
    aPlan({ party: party({ licenceRequired: true }) }),
    aParty(),
    ["people driver-needed"],
  ],
  [
    "nobody to call for a child",
    aContestPlan(),
    { ...family({}), care: null },
    ["care.emergencyName emergency-needed", "care.emergencyPhone emergency-needed"],
  ],
  [
    "only a child that would come alone",
    aPlan(),
    aParty({ people: [me, aChild({ inFewer: true })] }),
    ["people fewer-unfit"],
  ],
])("a party with %s", (_case, plan, given, problems) => {
  expect(wrong(plan, given)).toEqual(problems);
});

describe("what is asked", () => {
  const pick = asked({});
  const what = asked({ key: "what", kind: "text", onlyIf: { question: "lunch", option: "yes" } });
  const plan = (...questions: EventQuestion[]) => aPlan({ questions });
  test.each<[string, EventPlan, Record<string, string>, string[]]>([
    ["needs an answer", plan(pick), {}, ["answers.lunch answer-needed"]],
    ["needs one of its own", plan(pick), { lunch: "maybe" }, ["answers.lunch answer-unfit"]],
    [
      "is asked where another was answered so",
      plan(pick, what),
      { lunch: "yes" },
      ["answers.what answer-needed"],
    ],
    ["is not asked otherwise", plan(pick, what), { lunch: "no" }, []],
    ["is not asked any more", plan({ ...pick, retired: true }), {}, []],
    [
      "is a day",
      plan(asked({ kind: "date" })),
      { lunch: "2027-02-30" },
      ["answers.lunch answer-unfit"],
    ],
    ["is a number", plan(asked({ kind: "number" })), { lunch: "3,5" }, []],
  ])("%s", (_case, event, answers, problems) => {
    expect(wrong(event, aParty({ answers }))).toEqual(problems);
  });
  test("and is not asked any more leaves no answer behind", () => {
    const answer = checkParty(
      plan(pick, what),
      aParty({ answers: { lunch: "no", what: "soup" } }),
      days,
    );
    expect(answer).toMatchObject({
      ok: true,
      party: { answers: [{ question: "lunch", answer: "no" }] },
    });
  });
});

test("a waiver is agreed to in the words that hold", () => {
  const waiver = { key: "waiver", name: { en: "", zh: "" }, text: { en: "", zh: "" }, version: 2 };
  const plan = aPlan({ agreements: [waiver] });
  expect(wrong(plan, aParty())).toEqual(["agreed.waiver agreement-needed"]);
  expect(wrong(plan, aParty({ agreed: { waiver: 1 } }))).toEqual([
    "agreed.waiver agreement-changed",
  ]);
  expect(wrong(plan, aParty({ agreed: { waiver: 2 } }))).toEqual([]);
});
