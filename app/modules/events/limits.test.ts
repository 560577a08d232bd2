import { expect, test } from "vitest";
import { blocking, type CountedParty, freeOf, takenBy, taking, withParty } from "./limits.ts";
import type { EventLimit } from "./plan.ts";

const limit = (given: Partial<EventLimit>): EventLimit => ({
  key: "all",
  unit: "people",
  session: null,
  bracket: null,
  most: 10,
  ...given,
});
const adult = { role: "adult", bracket: null, drives: false } as const;
const driver = { role: "adult", bracket: null, drives: true } as const;
const little = { role: "child", bracket: "little", drives: false } as const;
const junior = { role: "child", bracket: "junior", drives: false } as const;
const party = (given: Partial<CountedParty>): CountedParty => ({
  session: null,
  parties: 1,
  cars: 0,
  people: [adult, little],
  ...given,
});

const family = party({ session: "morning", cars: 2, people: [driver, adult, little, junior] });

test.each([
  ["all of its people", limit({}), 4],
  ["its adults", limit({ unit: "adults" }), 2],
  ["its children", limit({ unit: "children" }), 2],
  ["those of a bracket", limit({ unit: "children", bracket: "little" }), 1],
  ["who drives", limit({ unit: "drivers" }), 1],
  ["itself", limit({ unit: "parties" }), 1],
  ["its cars", limit({ unit: "cars" }), 2],
  ["its people, in its session", limit({ session: "morning" }), 4],
  ["nothing of another session", limit({ session: "afternoon" }), 0],
  ["nothing of another session's parties", limit({ unit: "parties", session: "afternoon" }), 0],
])("of a limit a party takes %s", (_what, of, taken) => {
  expect(taking(of, family)).toBe(taken);
});

test("who joins a party that is there takes a seat, and is no further party", () => {
  const joining = party({ parties: 0, people: [little] });
  expect(taking(limit({ unit: "parties" }), joining)).toBe(0);
  expect(taking(limit({}), joining)).toBe(1);
});

test("the limits that block are those that the party needs more of than is free", () => {
  const limits = [
    limit({ key: "people", most: 3 }),
    limit({ key: "little", unit: "children", bracket: "little", most: 1 }),
    limit({ key: "junior", unit: "children", bracket: "junior", most: 0 }),
  ];
  const taken = takenBy(limits, [party({})]);
  expect(blocking(limits, taken, party({ people: [adult] }))).toEqual([]);
  expect(blocking(limits, taken, party({})).map(({ key }) => key)).toEqual(["people", "little"]);
  // Full of juniors as it is, it blocks nobody who brings none.
  expect(blocking(limits, taken, party({ people: [little] })).map(({ key }) => key)).toEqual([
    "little",
  ]);
});

test("over its capacity nothing is free, and a place given back leaves nothing free either", () => {
  const seats = limit({ most: 3 });
  const over = takenBy([seats], [party({}), party({})]);
  expect(freeOf(seats, over)).toBe(0);
  expect(freeOf(seats, takenBy([seats], [party({ people: [adult, adult, adult] })]))).toBe(0);
  expect(freeOf(seats, takenBy([seats], [party({})]))).toBe(1);
});

test("a party that gets its places takes them from what is free", () => {
  const seats = limit({ most: 3 });
  expect(withParty([seats], new Map(), party({})).get("all")).toBe(2);
});
