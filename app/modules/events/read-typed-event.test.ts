import { describe, expect, test } from "vitest";
import {
  aContestPlan,
  aPlan,
  aTypedEvent,
  TYPED_HOW,
  UNITS,
} from "../../../tests/support/events.ts";
import { type EventPlan, readPlan, writePlan } from "./plan.ts";
import { readTypedEvent } from "./read-typed-event.ts";
import { typeEvent } from "./type-event.ts";
import { emptyEvent, type TypedEvent } from "./typed-event.ts";

const how = {
  ...{ ...TYPED_HOW, units: UNITS, currency: "CNY" },
  ...{ now: new Date("2027-01-15T02:00:00Z"), before: null },
};

function issuesOf(changes: Partial<TypedEvent>, before: EventPlan | null = null) {
  const read = readTypedEvent(aTypedEvent(changes), { ...how, before });
  return read.ok ? {} : read.issues;
}
function planOf(changes: Partial<TypedEvent>, before: EventPlan | null = null): EventPlan {
  const read = readTypedEvent(aTypedEvent(changes), { ...how, before });
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.plan;
}

const camp = aPlan({
  sessions: [
    {
      key: "s1",
      name: { en: "Morning", zh: "上午" },
      startsAt: new Date("2027-03-14T05:00:00Z"),
      endsAt: new Date("2027-03-14T06:00:00Z"),
    },
  ],
  limits: [{ key: "l1", unit: "drivers", session: "s1", bracket: null, most: 12 }],
  agreements: [
    {
      key: "a1",
      name: { en: "Waiver", zh: "免责声明" },
      text: { en: "I …", zh: "我…" },
      version: 1,
    },
  ],
  questions: [
    {
      key: "q1",
      kind: "choice",
      of: "adult",
      label: { en: "Lunch", zh: "午餐" },
      options: [
        { key: "o1", label: { en: "Noodles", zh: "面" } },
        { key: "o2", label: { en: "Rice", zh: "饭" } },
      ],
      required: true,
      onlyIf: null,
      retired: false,
    },
    {
      key: "q2",
      kind: "text",
      of: "adult",
      label: { en: "How spicy?", zh: "几分辣？" },
      options: [],
      required: false,
      onlyIf: { question: "q1", option: "o1" },
      retired: false,
    },
  ],
  price: { kind: "money", minor: 38_000, currency: "CNY", per: "person" },
  impact: {
    ...{ unit: { en: "meals cooked", zh: "份热餐" }, one: "meal cooked", key: null },
    ...{ per: "person", pointsPerUnit: 5 },
  },
  party: { ...aPlan().party, licenceRequired: true, carRequired: true },
  eligible: { ...aPlan().eligible, storeIds: [3], carModels: ["X5", "730"], ageMin: 18 },
});

test.each([
  ["that costs and asks nothing", aPlan()],
  ["for children", aContestPlan()],
  ["with sessions, questions, a waiver and a price", camp],
])("an event %s is read back from its form as it is", (_what, plan) => {
  expect(readTypedEvent(typeEvent(plan, TYPED_HOW), how)).toEqual({ ok: true, plan });
});

test("an empty draft is told all that is missing, in the order of its form", () => {
  const read = readTypedEvent(emptyEvent, how);
  expect(read.ok ? [] : Object.keys(read.issues)).toEqual([
    "titleEn",
    "summaryEn",
    "startsAt",
    "endsAt",
    "placeEn",
    "organiserEn",
    "contactPhone",
  ]);
});

describe("the checklist", () => {
  test.each<[string, Partial<TypedEvent>, Record<string, string>]>([
    ["a title without Chinese", { titleZh: " " }, { titleZh: "inChinese" }],
    ["a programme without English", { programmeZh: "午后" }, { programmeEn: "inEnglish" }],
    ["a day that is none", { endsAt: "2027-02-30T10:00" }, { endsAt: "moment" }],
    ["an end before the beginning", { endsAt: "2027-03-14T12:59" }, { endsAt: "momentOrder" }],
    [
      "one that has begun",
      { startsAt: "2027-01-15T10:00", opensAt: "", closesAt: "", freeUntil: "" },
      { startsAt: "begun", opensAt: "opensLate" },
    ],
    [
      "registering beyond the beginning",
      { closesAt: "2027-03-14T13:01" },
      { closesAt: "closesLate" },
    ],
    [
      "registering that opens as it closes",
      { opensAt: "2027-03-13T12:00" },
      { opensAt: "opensLate" },
    ],
    [
      "cancelling free beyond the beginning",
      { freeUntil: "2027-03-15" },
      { freeUntil: "freeLate" },
    ],
    ["a map that is no address", { mapUrl: "javascript:alert(1)" }, { mapUrl: "web" }],
    ["nobody to ask", { contactPhone: "", contactEmail: "" }, { contactPhone: "contact" }],
    ["more at least than at most", { adultsMin: "5" }, { adultsMax: "mostUnder" }],
    ["no money", { priceKind: "money", money: "0" }, { money: "money" }],
    ["no points", { priceKind: "deposit", points: "" }, { points: "missing" }],
    [
      "brackets that share an age",
      {
        brackets: [
          { key: "b1", nameEn: "A", nameZh: "甲", ageFrom: "5", ageTo: "8" },
          { key: "b2", nameEn: "B", nameZh: "乙", ageFrom: "8", ageTo: "10" },
        ],
      },
      { "brackets.1.ageFrom": "agesOverlap" },
    ],
    [
      "a limit that says the same as another",
      {
        limits: [
          { key: "l1", unit: "people", session: "", bracket: "", most: "5" },
          { key: "l2", unit: "people", session: "", bracket: "", most: "7" },
        ],
      },
      { "limits.1.unit": "limitTwice" },
    ],
    [
      "a limit of cars where nobody says that they bring one",
      { limits: [{ key: "l1", unit: "cars", session: "", bracket: "", most: "20" }] },
      { "limits.0.unit": "limitCars" },
    ],
    [
      "a limit of a session that was taken away",
      { limits: [{ key: "l1", unit: "people", session: "s9", bracket: "", most: "20" }] },
      { "limits.0.session": "gone" },
    ],
    [
      "a session outside of the event",
      {
        sessions: [
          {
            key: "s1",
            nameEn: "A",
            nameZh: "甲",
            startsAt: "2027-03-14T12:00",
            endsAt: "2027-03-14T14:00",
          },
        ],
      },
      { "sessions.0.startsAt": "outside" },
    ],
  ])("names %s", (_what, changes, issues) => {
    expect(issuesOf(changes)).toEqual(issues);
  });

  test("names a question that follows from one asked of somebody else", () => {
    const { questions } = typeEvent(camp, TYPED_HOW);
    const ofParty = questions.map((question, index) =>
      index === 1 ? { ...question, of: "party" } : question,
    );
    expect(issuesOf({ questions: ofParty })).toEqual({ "questions.1.onlyIf": "onlyIf" });
  });
});

test("what may stay empty: registering opens now, and closes when the event begins", () => {
  const plan = planOf({ opensAt: "", closesAt: "", freeUntil: "" });
  expect(plan.opensAt).toEqual(how.now);
  expect([plan.closesAt, plan.freeUntil]).toEqual([plan.startsAt, plan.startsAt]);
});

test("an event that has begun can still be written about, and not be moved into the past", () => {
  const before = aPlan();
  const now = new Date("2027-03-14T05:30:00Z");
  const later = (changes: Partial<TypedEvent>) =>
    readTypedEvent(aTypedEvent(changes), { ...how, now, before });
  expect(later({ programmeEn: "Rain: inside.", programmeZh: "雨天改在室内。" }).ok).toBe(true);
  expect(later({ startsAt: "2027-03-14T13:10" })).toMatchObject({ issues: { startsAt: "begun" } });
});

test("a waiver in other words is another version of it; the same words are the same", () => {
  const { agreements } = typeEvent(camp, TYPED_HOW);
  const versions = (typed: TypedEvent["agreements"]) =>
    planOf({ agreements: typed }, camp).agreements.map(({ version }) => version);
  expect(versions(agreements)).toEqual([1]);
  expect(versions(agreements.map((row) => ({ ...row, textZh: "我已知晓…" })))).toEqual([2]);
  expect(versions([...agreements.map((row) => ({ ...row, key: "a2" }))])).toEqual([1]);
});

test("among adults only, nothing is asked about children", () => {
  const contest = typeEvent(aContestPlan(), TYPED_HOW);
  const read = readTypedEvent({ ...contest, adultsOnly: "on", limits: [] }, how);
  expect(read).toMatchObject({
    plan: { brackets: [], consents: [], party: { childrenMax: 0, care: false } },
  });
});

test("what is until the event begins follows the beginning when that is moved", () => {
  const plan = aPlan({ closesAt: aPlan().startsAt, freeUntil: aPlan().startsAt });
  const typed = { ...typeEvent(plan, TYPED_HOW), startsAt: "2027-03-13T10:00" };
  const read = readTypedEvent(typed, { ...how, before: plan });
  const begins = new Date("2027-03-13T02:00:00Z");
  expect(read).toMatchObject({
    plan: { startsAt: begins, closesAt: begins, freeUntil: begins },
  });
});

describe("what is counted of what was done together", () => {
  const trees = {
    ...{ key: "trees", one: "tree planted", unit: { en: "trees planted", zh: "棵树" } },
    ...{ per: "party", pointsPerUnit: 10 },
  };
  const counting = { impactPer: "party", impactPoints: "10" };

  test("is chosen among what the club counts, whatever stands in the other fields", () => {
    const typed = { ...counting, impactUnit: "trees", impactEn: "hours given" };
    expect(planOf(typed).impact).toEqual(trees);
  });

  test("is found by the words of a draft from before there was a choice", () => {
    const typed = { ...counting, impactEn: "Trees planted", impactZh: "棵树" };
    expect(planOf(typed).impact).toEqual(trees);
  });

  test("is something else in its own words, of which those in both languages are needed", () => {
    const typed = { ...counting, impactEn: "meals cooked", impactZh: "份热餐" };
    expect(planOf(typed).impact).toMatchObject({ key: null, one: "", unit: { zh: "份热餐" } });
    expect(issuesOf({ ...typed, impactZh: "" })).toEqual({ impactZh: "inChinese" });
    expect(issuesOf(counting)).toEqual({ impactEn: "missing" });
  });

  test("is refused where nobody counts it, or gives more than anybody gives", () => {
    expect(issuesOf({ ...counting, impactUnit: "stars" })).toEqual({ impactUnit: "choose" });
    const typed = { ...counting, impactUnit: "trees", impactPoints: "1001" };
    expect(issuesOf(typed)).toEqual({ impactPoints: "number" });
  });

  test("of a plan from before there was a list is read as it was kept", () => {
    const kept = { ...writePlan(aPlan()), impact: { unit: trees.unit, per: "party" } };
    expect(readPlan(kept).impact).toEqual({ ...trees, key: null, one: "", pointsPerUnit: 0 });
  });
});
