import { describe, expect, test } from "vitest";
import type { Stay } from "#app/modules/attendance/presence.ts";
import { awardFor } from "./award.ts";
import { readCounts, seenText } from "./forms.ts";
import { judgeCounts, type TypedCount } from "./judge-counts.ts";
import { countsOf, whoCame } from "./who-came.ts";

describe("points for a count", () => {
  test.each([
    // Three trees, ten points each.
    [30, 10, { points: 30, notGiven: 0 }],
    // Two and a half hours, three points each: seven and a half.
    [25, 3, { points: 7, notGiven: 0 }],
    [500, 10, { points: 500, notGiven: 0 }],
    [510, 10, { points: 500, notGiven: 10 }],
    [0, 10, { points: 0, notGiven: 0 }],
    [30, 0, { points: 0, notGiven: 0 }],
  ])("of %i tenths at %i each", (tenths, each, award) => {
    expect(awardFor(tenths, each, 500)).toEqual(award);
  });
});

describe("who is counted", () => {
  const stay = (registrationId: number, personId: number | null) =>
    ({ registrationId, personId }) as Stay;
  const person = (id: number, state: "coming" | "out" = "coming") => ({ id, name: "", state });
  const parties = [
    { registrationId: 1, people: [person(11), person(12)] },
    { registrationId: 2, people: [person(21), person(22, "out")] },
    { registrationId: 3, people: [person(31)] },
  ];

  test("is whoever was ticked by name, and of a party let in as a whole whoever had a place", () => {
    const came = whoCame([stay(1, 12), stay(2, null)], parties);
    expect(countsOf(came, "party").map(({ registrationId }) => registrationId)).toEqual([1, 2]);
    expect(countsOf(came, "person").map(({ personId }) => personId)).toEqual([12, 21]);
  });
});

describe("a form of counts", () => {
  const typed = (amount: number | null, seen: TypedCount["seen"]): TypedCount => ({
    ...{ registrationId: 1, personId: null, amount, seen },
  });
  const three = { amount: 30, version: 1 };
  const nothing = { amount: null, version: 0 };
  const judge = (count: TypedCount, kept: TypedCount["seen"] | null, can = ["1"]) => {
    const judged = judgeCounts([count], new Map(kept ? [["1", kept]] : []), new Set(can));
    const { changes, overtaken, strangers, corrects } = judged;
    return [changes.length, overtaken.length, strangers.length, corrects];
  };

  test.each([
    ["is new", typed(30, nothing), null, [1, 0, 0, false]],
    ["was not touched", typed(30, three), three, [0, 0, 0, false]],
    [
      "was not touched, and changed by another",
      typed(30, three),
      { amount: 40, version: 2 },
      [0, 0, 0, false],
    ],
    ["is kept already", typed(30, nothing), three, [0, 0, 0, false]],
    ["is a correction", typed(40, three), three, [1, 0, 0, true]],
    ["is taken back", typed(null, three), three, [1, 0, 0, true]],
    ["comes after another's", typed(40, nothing), three, [0, 1, 0, false]],
    [
      "comes again after it was taken back",
      typed(40, { amount: null, version: 2 }),
      { amount: null, version: 2 },
      [1, 0, 0, false],
    ],
    ["is nought where nothing was counted", typed(0, nothing), null, [1, 0, 0, false]],
  ])("a count that %s", (_how, count, kept, judged) => {
    expect(judge(count, kept)).toEqual(judged);
  });

  test("a count of who did not come is a stranger's, unless it is taken back", () => {
    expect(judge(typed(30, nothing), null, [])).toEqual([0, 0, 1, false]);
    expect(judge(typed(null, three), three, [])).toEqual([1, 0, 0, true]);
  });

  test("is read field by field, with what holds no number by its name", () => {
    const body = new FormData();
    const fields = {
      "count.12": "３",
      "seen.12": seenText({ amount: null, version: 0 }),
      "count.12.34": "2.5",
      "seen.12.34": seenText({ amount: 10, version: 3 }),
      "count.13": "many",
      "seen.13": "0:",
      "count.14": " ",
      "seen.14": "1:10",
      "count.15": "1",
      "seen.15": "nonsense",
      "count.99999999999": "1",
      "seen.99999999999": "0:",
      "count.x": "1",
    };
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    expect(readCounts(body)).toEqual({
      counts: [
        { registrationId: 12, personId: null, amount: 30, seen: { amount: null, version: 0 } },
        { registrationId: 12, personId: 34, amount: 25, seen: { amount: 10, version: 3 } },
        { registrationId: 14, personId: null, amount: null, seen: { amount: 10, version: 1 } },
      ],
      mistakes: ["13"],
      typed: { "12": "３", "12.34": "2.5", "13": "many", "14": " " },
    });
  });
});
