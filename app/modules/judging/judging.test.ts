import { expect, test } from "vitest";
import { type JudgeScores, judgedEntries, missingScores } from "./judging.ts";

const criteria = [
  { key: "idea", weight: 2 },
  { key: "care", weight: 1 },
];
const entries = [
  { id: 11, number: 1, bracket: null },
  { id: 12, number: 2, bracket: null },
];
const full = { idea: 5, care: 6 };
const judge = (changes: Partial<JudgeScores>): JudgeScores => ({
  ...{ id: 1, name: "Lin", isExcluded: false, conflicts: new Set() },
  scores: new Map([
    [11, full],
    [12, full],
  ]),
  ...changes,
});
const half = new Map<number, Record<string, number>>([
  [11, full],
  [12, { idea: 5 }],
]);

test.each([
  ["all is there", judge({}), []],
  ["half an entry is missing whole", judge({ scores: half }), [2]],
  ["nothing was given yet", judge({ scores: new Map() }), [1, 2]],
  ["their own child is not missing", judge({ scores: half, conflicts: new Set([12]) }), []],
  ["who is excluded owes nothing", judge({ scores: half, isExcluded: true }), []],
])("what is missing: %s", (_case, given, numbers) => {
  const missing = missingScores([given], criteria, entries);
  expect(missing.flatMap((each) => each.entries.map(({ number }) => number))).toEqual(numbers);
});

test.each([
  ["in full", judge({}), [1, 1]],
  ["half an entry does not count", judge({ scores: half }), [1, 0]],
  [
    "what was given an own child before it was known does not count",
    judge({ conflicts: new Set([11]) }),
    [0, 1],
  ],
  ["nor what an excluded judge gave", judge({ isExcluded: true }), [0, 0]],
])("what counts: %s", (_case, given, counts) => {
  const judged = judgedEntries([given], criteria, entries);
  expect(judged.map(({ judgements }) => judgements.length)).toEqual(counts);
});
