import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type EventFacts, partyFates, pointKinds } from "./event-facts.ts";
import { figuresOf, shareEach } from "./event-figures.ts";
import { type Reported, sectionsOf } from "./report-lines.ts";
import { notesOf } from "./report-notes.ts";
import { withTypedCosts } from "./typed-lines.ts";

const NOTHING: EventFacts = {
  ...{ eventId: 1, slug: "lake", title: { en: "Lake", zh: "湖" }, brackets: [] },
  ...{ state: "published", cancelReason: null, likeness: null },
  ...{ startsAt: "2027-03-14T05:00:00Z", endsAt: "2027-03-14T07:00:00Z" },
  ...{ parties: [], people: [], strangers: 0, memberIds: [], firstTimers: 0, newMembers: 0 },
  ...{ money: [], points: [], typed: [], impact: null, album: null },
  prizes: { pieces: 0, costMinor: 0, piecesWithoutCost: 0, inWords: 0, waiting: 0 },
  contests: { published: 0, all: 0, entries: 0 },
};

const worthOf = (points: number) => points * 7;

function reported(changes: Partial<EventFacts> = {}): Reported {
  const facts = { ...NOTHING, ...changes };
  const figures = figuresOf(facts, null, "CNY", worthOf);
  return { facts, figures, currency: "CNY", tiers: null };
}

const AFTER = new Date("2027-05-01T00:00:00Z");

describe("the sums of an event", () => {
  test("costs are what was typed, prizes and points given; what came in goes off", () => {
    const { figures } = reported({
      typed: [
        { currency: "CNY", minor: 1_000, count: 2 },
        { currency: "EUR", minor: 9, count: 1 },
      ],
      prizes: { ...NOTHING.prizes, costMinor: 500 },
      points: [
        { kind: "attendance", points: 100 },
        { kind: "deposit", points: 10 },
      ],
      money: [{ currency: "CNY", paid: 400, refunded: 100, owedBack: 50, ofAbsent: 0 }],
    });
    expect(figures.costs.allMinor).toBe(1_000 + 500 + 700);
    expect(figures.netMinor).toBe(2_200 - 250 - 70);
    expect(figures.otherTyped).toEqual([{ currency: "EUR", minor: 9, count: 1 }]);
  });

  test("every party is in one line, whatever became of it", () => {
    const group = fc.record({
      fate: fc.constantFrom(...partyFates),
      ...{ hasPlace: fc.boolean(), isWalkIn: fc.boolean(), isMember: fc.boolean() },
      count: fc.nat(500),
    });
    fc.assert(
      fc.property(fc.array(group), (parties) => {
        const { parties: p } = reported({ parties }).figures;
        const all = parties.reduce((sum, { count }) => sum + count, 0);
        const told = [p.came, p.noShow, p.excused, p.unmarked, p.cancelledLate, p.cancelled];
        expect([...told, p.noPlace, p.leftLine].reduce((sum, each) => sum + each, 0)).toBe(all);
        expect(p.cameMembers + p.cameGuests).toBe(p.came);
      }),
    );
  });

  test("points given and taken are all points there are", () => {
    const points = pointKinds.map((kind, at) => ({ kind, points: 10 ** at }));
    const { given, taken } = reported({ points }).figures.points;
    expect([given, taken]).toEqual([1_111, 110_000]);
  });

  test.each([
    [100, 0, null],
    [100, 3, 33],
    [101, 2, 51],
    [-101, 2, -51],
    [0, 5, 0],
  ])("%d among %d is %s", (minor, among, each) => {
    expect(shareEach(minor, among)).toBe(each);
  });
});

describe("what is said besides", () => {
  const says = (changes: Partial<EventFacts>, now: Date, closesAt: Date | null = null) =>
    notesOf(reported(changes), closesAt, now).map(({ say }) => say);
  const came = { fate: "came", hasPlace: true, isWalkIn: false, isMember: true, count: 1 } as const;
  const unmarked = { ...came, fate: "unmarked" } as const;

  test.each([
    ["before it begins", {}, "2027-03-14T04:59:59Z", ["not-begun", "nothing-typed"]],
    ["as it begins", {}, "2027-03-14T05:00:00Z", ["under-way", "nothing-typed"]],
    ["as it ends", {}, "2027-03-14T07:00:00Z", ["joining-open", "nothing-typed"]],
    ["long after", {}, "2027-05-01T00:00:00Z", ["nothing-typed"]],
    [
      "while phones may still send",
      { parties: [came, unmarked] },
      "2027-03-18T06:59:59Z",
      ["marks-open", "not-asked", "joining-open", "nothing-typed"],
    ],
    [
      "once they may not",
      { parties: [came, unmarked] },
      "2027-03-18T07:00:00Z",
      ["unmarked", "not-asked", "joining-open", "nothing-typed"],
    ],
    [
      "where nobody checked in",
      { parties: [unmarked] },
      AFTER.toISOString(),
      ["nobody-marked", "nothing-typed"],
    ],
    [
      "cancelled",
      { state: "cancelled" as const },
      AFTER.toISOString(),
      ["cancelled", "nothing-typed"],
    ],
  ])("%s", (_when, changes, now, expected) => {
    expect(says(changes, new Date(now))).toEqual(expected);
  });
});

describe("the lines", () => {
  test("of an event without one before have nothing beside them", () => {
    const lines = sectionsOf(reported(), null).flatMap((section) => section.lines);
    expect(lines.every(({ before }) => before === null)).toBe(true);
  });

  test("that are nothing here are shown where there was something before", () => {
    const keysOf = (before: Reported | null) =>
      sectionsOf(reported(), before).flatMap(({ lines }) => lines.map(({ label }) => label));
    expect(keysOf(null)).not.toContain("pieces");
    const before = reported({ prizes: { ...NOTHING.prizes, pieces: 2 } });
    expect(keysOf(before)).toContain("pieces");
  });

  test("on paper name each cost that was typed and stands, below their sum", () => {
    const cost = { id: 1, label: "Tents", amountMinor: 5, currency: "CNY", version: 1, steps: [] };
    const sections = withTypedCosts({
      sections: sectionsOf(reported(), null),
      costs: [
        { ...cost, isTakenBack: false },
        { ...cost, label: "Gone", isTakenBack: true },
        { ...cost, label: "Other", currency: "EUR", isTakenBack: false },
      ],
      currency: "CNY",
    });
    const labels = sections.find(({ key }) => key === "costs")?.lines.map(({ label }) => label);
    expect(labels?.slice(0, 3)).toEqual(["typed", { en: "Tents", zh: "Tents" }, "prizes"]);
  });
});
