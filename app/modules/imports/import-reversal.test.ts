import { expect, test } from "vitest";
import { countUndone, noReversalCounts, readReversalCounts } from "./import-reversal.ts";

test("what is undone is counted by outcome, reason and points, and the place is kept", () => {
  const counts = countUndone(
    { ...noReversalCounts, total: 5, done: 1, after: 3 },
    [
      { rows: [1], outcome: "removed", moves: [["M1", -100]] },
      {
        rows: [2, 3],
        outcome: "restored",
        moves: [
          ["M1", -150],
          ["M2", 100],
        ],
      },
      { rows: [4], outcome: "kept", because: "claimed" },
    ],
    9,
  );
  expect(counts).toEqual({
    total: 5,
    done: 4,
    after: 9,
    outcomes: { removed: 1, restored: 1, unmoved: 0, kept: 1 },
    reasons: { claimed: 1 },
    pointsAdded: 100,
    pointsTakenBack: 250,
  });
});

test("a reversal that has not begun has nothing done", () => {
  expect(readReversalCounts({})).toEqual(noReversalCounts);
});
