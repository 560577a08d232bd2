import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  blocking,
  type CountedParty,
  type CountedPerson,
  freeOf,
  taking,
  withParty,
} from "#app/modules/events/limits.ts";
import type { EventLimit } from "#app/modules/events/plan.ts";
import {
  fitsBesideLine,
  type LineEntry,
  MOST_PASSED,
  moveLine,
  needsOf,
  whyWaiting,
} from "./waitlist.ts";

const limit = (given: Partial<EventLimit> = {}): EventLimit => ({
  key: "people",
  unit: "people",
  session: null,
  bracket: null,
  most: 10,
  ...given,
});
const adult: CountedPerson = { role: "adult", bracket: null, drives: false };
const little: CountedPerson = { role: "child", bracket: "little", drives: false };
const junior: CountedPerson = { role: "child", bracket: "junior", drives: false };
const party = (people: CountedPerson[], session: string | null = null): CountedParty => ({
  session,
  parties: 1,
  cars: 0,
  people,
});
const adults = (count: number, session: string | null = null) =>
  party(Array<CountedPerson>(count).fill(adult), session);
const entry = (id: number, whole: CountedParty, given: Partial<LineEntry> = {}): LineEntry => ({
  id,
  whole,
  fewer: null,
  passed: 0,
  mayBeOffered: true,
  ...given,
});
const taken = (count: number) => new Map([["people", count]]);

test("the first who fits is offered, and whoever fits beside them", () => {
  const line = [entry(1, adults(2)), entry(2, adults(1)), entry(3, adults(1))];
  expect(moveLine([limit()], taken(7), line)).toEqual({
    offers: [
      { entryId: 1, fewer: false },
      { entryId: 2, fewer: false },
    ],
    passed: new Map(),
  });
});

test("a smaller party passes one that does not fit, which counts it", () => {
  const line = [entry(1, adults(4)), entry(2, adults(1)), entry(3, adults(1))];
  expect(moveLine([limit()], taken(8), line)).toEqual({
    offers: [
      { entryId: 2, fewer: false },
      { entryId: 3, fewer: false },
    ],
    passed: new Map([[1, 2]]),
  });
});

test("after three it holds the line", () => {
  const line = [1, 2, 3, 4].map((id) => entry(id + 1, adults(1)));
  const { offers, passed } = moveLine([limit()], taken(6), [
    entry(1, adults(5), { passed: 1 }),
    ...line,
  ]);
  expect(offers.map(({ entryId }) => entryId)).toEqual([2, 3]);
  expect(passed).toEqual(new Map([[1, MOST_PASSED]]));
});

test("those who would also come as fewer are offered that, and the others wait on", () => {
  const fewer = { party: adults(2), rest: { ...adults(2), parties: 0 } };
  const line = [entry(1, adults(4), { fewer }), entry(2, adults(1))];
  expect(moveLine([limit()], taken(8), line).offers).toEqual([{ entryId: 1, fewer: true }]);
  // What remains is not enough for the two others: whoever takes it passes them.
  expect(moveLine([limit()], taken(7), line)).toEqual({
    offers: [
      { entryId: 1, fewer: true },
      { entryId: 2, fewer: false },
    ],
    passed: new Map([[1, 1]]),
  });
});

test("of who has an offer for some, the others are not offered anything, and can be passed", () => {
  const others = entry(1, { ...adults(2), parties: 0 }, { mayBeOffered: false, passed: 2 });
  expect(moveLine([limit()], taken(8), [others, entry(2, adults(1))])).toEqual({
    offers: [{ entryId: 2, fewer: false }],
    passed: new Map([[1, 3]]),
  });
});

test("who waits for the morning does not hold up the afternoon", () => {
  const limits = [
    limit({ key: "morning", session: "morning", most: 2 }),
    limit({ key: "afternoon", session: "afternoon", most: 2 }),
  ];
  const line = [
    entry(1, adults(2, "morning"), { passed: MOST_PASSED }),
    entry(2, adults(1, "morning")),
    entry(3, adults(2, "afternoon")),
  ];
  const full = new Map([
    ["morning", 1],
    ["afternoon", 0],
  ]);
  expect(moveLine(limits, full, line)).toEqual({
    offers: [{ entryId: 3, fewer: false }],
    passed: new Map(),
  });
});

test("who takes the last of what somebody before also needs, passes them", () => {
  const limits = [
    limit({ most: 3 }),
    limit({ key: "little", unit: "children", bracket: "little", most: 1 }),
  ];
  // The family waits for a place of a little one; the two adults take what it needs beside.
  const family = entry(1, party([adult, little]), { passed: MOST_PASSED });
  const full = new Map([
    ["people", 1],
    ["little", 1],
  ]);
  expect(moveLine(limits, full, [family, entry(2, adults(1))]).offers).toEqual([]);
});

test("one that would never fit holds up nobody", () => {
  const giant = entry(1, adults(11), { passed: MOST_PASSED });
  expect(moveLine([limit()], taken(9), [giant, entry(2, adults(1))])).toEqual({
    offers: [{ entryId: 2, fewer: false }],
    passed: new Map(),
  });
});

describe("a newcomer", () => {
  const joins = (count: number, line: LineEntry[], used = 8, limits = [limit()]) =>
    fitsBesideLine(limits, taken(used), line, needsOf(limits, adults(count)));
  test.each([
    ["gets what is free where nobody waits", 2, [], true],
    ["gets nothing that is not there", 3, [], false],
    ["gets nothing of what somebody waits for", 1, [entry(1, adults(4))], false],
    ["gets nothing that the line would get", 1, [entry(1, adults(2))], false],
    ["gets what the line leaves", 1, [entry(1, adults(1))], true],
    ["gets what is left by one that never fits", 1, [entry(1, adults(11))], true],
  ])("%s", (_case, count, line, fits) => {
    expect(joins(count, line)).toBe(fits);
  });
  test("who needs nothing more than they have fits, also over capacity", () => {
    expect(fitsBesideLine([limit()], taken(12), [], new Map())).toBe(true);
  });
});

describe("why somebody waits", () => {
  const why = (line: LineEntry[], used: number) => [...whyWaiting([limit()], taken(used), line)];
  const limits = [limit()];
  test("is said of each: full, others first, too big, or soon", () => {
    expect(why([entry(2, adults(4)), entry(3, adults(11))], 9)).toEqual([
      [2, { why: "full", limits }],
      [3, { why: "too-big", limits }],
    ]);
    expect(why([entry(1, adults(2)), entry(2, adults(1))], 8)).toEqual([
      [1, { why: "soon" }],
      [2, { why: "others-first", limits, holds: null }],
    ]);
  });
  test("is soon also of one further back, where those before leave enough", () => {
    expect(why([entry(1, adults(1)), entry(2, adults(1))], 8)[1]).toEqual([2, { why: "soon" }]);
  });
  test("is that some have an offer, of those who wait for the others", () => {
    const others = entry(1, adults(1), { mayBeOffered: false });
    expect(why([others], 8)).toEqual([[1, { why: "offered" }]]);
  });
  test("names who holds the line", () => {
    const line = [entry(1, adults(4), { passed: MOST_PASSED }), entry(2, adults(1))];
    expect(why(line, 8)[1]).toEqual([2, { why: "others-first", limits, holds: 1 }]);
  });
});

describe("for any line", () => {
  const limits = [
    limit({ most: 8 }),
    limit({ key: "little", unit: "children", bracket: "little", most: 3 }),
    limit({ key: "morning", session: "morning", most: 4 }),
    limit({ key: "parties", unit: "parties", most: 5 }),
  ];
  const somebody = fc.constantFrom(adult, little, junior);
  const anyParty = fc.record({
    session: fc.constantFrom(null, "morning", "afternoon"),
    parties: fc.constantFrom(0, 1),
    cars: fc.constant(0),
    people: fc.array(somebody, { minLength: 1, maxLength: 4 }),
  });
  const anyLine = fc
    .array(
      fc.record({
        whole: anyParty,
        split: fc.nat(3),
        passed: fc.nat(3),
        mayBeOffered: fc.boolean(),
      }),
      { maxLength: 8 },
    )
    .map((wishes) =>
      wishes.map(({ whole, split, passed, mayBeOffered }, at) => {
        const isSplit = split > 0 && split < whole.people.length;
        const fewer = isSplit
          ? {
              party: { ...whole, people: whole.people.slice(0, split) },
              rest: { ...whole, parties: 0, people: whole.people.slice(split) },
            }
          : null;
        return entry(at + 1, whole, { fewer, passed, mayBeOffered });
      }),
    );
  const anyTaken = fc.array(anyParty, { maxLength: 3 });

  test("nothing is given out that is not there, nobody is passed too often, nobody is lost", () => {
    fc.assert(
      fc.property(anyLine, anyTaken, (line, there) => {
        const before = there.reduce(
          (sum, each) => withParty(limits, sum, each),
          new Map<string, number>() as ReadonlyMap<string, number>,
        );
        const { offers, passed } = moveLine(limits, before, line);
        let sum = before;
        for (const { entryId, fewer } of offers) {
          const of = line.find(({ id }) => id === entryId);
          const got = fewer ? of?.fewer?.party : of?.whole;
          expect(of?.mayBeOffered).toBe(true);
          if (!got) throw new Error("Nobody of this line");
          expect(blocking(limits, sum, got)).toEqual([]);
          sum = withParty(limits, sum, got);
        }
        for (const each of limits) {
          const more = (sum.get(each.key) ?? 0) > (before.get(each.key) ?? 0);
          if (more) expect(sum.get(each.key)).toBeLessThanOrEqual(each.most);
        }
        for (const times of passed.values()) expect(times).toBeLessThanOrEqual(MOST_PASSED);
        expect(offers.map(({ entryId }) => entryId)).toEqual(
          [...new Set(offers.map(({ entryId }) => entryId))].sort((a, b) => a - b),
        );
        expect([...whyWaiting(limits, before, line).keys()]).toEqual(line.map(({ id }) => id));
      }),
    );
  });

  test("who holds the line still fits in what they fitted in before, whoever is offered", () => {
    fc.assert(
      fc.property(anyLine, (line) => {
        const holder = entry(0, party([adult, adult, little], "morning"), { passed: MOST_PASSED });
        const used = withParty(limits, new Map(), party([little, little, little]));
        const { offers } = moveLine(limits, used, [holder, ...line]);
        let sum: ReadonlyMap<string, number> = used;
        for (const { entryId, fewer } of offers) {
          const of = line.find(({ id }) => id === entryId);
          const got = fewer ? of?.fewer?.party : of?.whole;
          if (got) sum = withParty(limits, sum, got);
        }
        for (const each of limits.filter(({ key }) => key !== "little")) {
          expect(freeOf(each, sum)).toBeGreaterThanOrEqual(taking(each, holder.whole));
        }
      }),
    );
  });
});
