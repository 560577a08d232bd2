import { expect, test } from "vitest";
import { NOBODY, type PlaceFacts, placesLeft, takenOf } from "./places.ts";
import type { EventLimit, EventPlan } from "./plan.ts";

const limit = (changes: Partial<EventLimit>): EventLimit => ({
  key: "all",
  unit: "people",
  session: null,
  bracket: null,
  most: 10,
  ...changes,
});
const PARTY: EventPlan["party"] = {
  adultsMin: 1,
  adultsMax: 2,
  childrenMin: 0,
  childrenMax: 4,
  childrenPerAdult: null,
  adultsOnly: false,
  companionPhone: false,
  carRequired: false,
  licenceRequired: false,
  care: false,
};
const name = { en: "", zh: "" };
const bracket = (key: string) => ({ key, name, ageFrom: 5, ageTo: 7 });
const session = (key: string) => ({ key, name, startsAt: new Date(), endsAt: new Date() });
const aPlan = (changes: Partial<Parameters<typeof placesLeft>[0]>) => ({
  limits: [limit({})],
  sessions: [],
  brackets: [],
  party: PARTY,
  ...changes,
});
const adults = (count: number, of: string | null = null, drives = false): PlaceFacts => ({
  ...NOBODY,
  people: [{ role: "adult", bracket: null, drives, session: of, count }],
});

test("people and parties are summed from what the database counts", () => {
  const facts: PlaceFacts = {
    ...adults(7),
    parties: [
      { session: null, parties: 3, cars: 2 },
      { session: "am", parties: 1, cars: 1 },
    ],
  };
  const limits = [
    limit({}),
    limit({ key: "cars", unit: "cars" }),
    limit({ key: "families", unit: "parties" }),
  ];
  expect([...takenOf(limits, facts)]).toEqual([
    ["all", 7],
    ["cars", 3],
    ["families", 4],
  ]);
});

test("an event without limits is never full, and nothing of it is left to count", () => {
  expect(placesLeft(aPlan({ limits: [] }), adults(500))).toEqual({
    full: false,
    left: null,
    limits: [],
  });
});

test("a place for one is none where a child must come along", () => {
  const plan = aPlan({
    party: { ...PARTY, childrenMin: 1 },
    brackets: [bracket("little"), bracket("junior")],
  });
  expect(placesLeft(plan, adults(8)).full).toBe(false);
  expect(placesLeft(plan, adults(9))).toMatchObject({ full: true, left: { free: 1 } });
});

test("with one bracket full the other still takes children", () => {
  const plan = aPlan({
    party: { ...PARTY, childrenMin: 1 },
    brackets: [bracket("little"), bracket("junior")],
    limits: [limit({ key: "little", unit: "children", bracket: "little", most: 0 })],
  });
  expect(placesLeft(plan, NOBODY).full).toBe(false);
});

test("drivers of all sessions are counted together where nothing else is", () => {
  const plan = aPlan({
    party: { ...PARTY, licenceRequired: true },
    sessions: [session("am"), session("pm")],
    limits: [
      limit({ key: "am", unit: "drivers", session: "am", most: 2 }),
      limit({ key: "pm", unit: "drivers", session: "pm", most: 2 }),
    ],
  });
  expect(placesLeft(plan, adults(2, "am", true))).toMatchObject({
    full: false,
    left: { unit: "drivers", free: 2 },
  });
  const both = {
    ...NOBODY,
    people: [...adults(2, "am", true).people, ...adults(2, "pm", true).people],
  };
  expect(placesLeft(plan, both)).toMatchObject({ full: true, left: { free: 0 } });
});

test("places for which somebody waits are not a newcomer's", () => {
  const person = { role: "adult" as const, bracket: null, drives: false };
  const waiting = [{ session: null, parties: 1, cars: 0, people: [person, person, person] }];
  expect(placesLeft(aPlan({}), { ...adults(8), waiting })).toMatchObject({
    full: true,
    left: { free: 2 },
  });
  // Whoever waits and fits is about to be offered places: they hold up nobody.
  expect(placesLeft(aPlan({}), { ...adults(6), waiting }).full).toBe(false);
});
