import { expect, test } from "vitest";
import { countDifference } from "./count-difference.ts";

test.each([
  ["as many as on the sheet change nothing", { counted: 5, seen: 5 }, 5, 0],
  ["fewer are taken off", { counted: 3, seen: 5 }, 5, -2],
  ["more are put on", { counted: 7, seen: 5 }, 5, 2],
  ["an empty shelf is a count too", { counted: 0, seen: 5 }, 5, -5],
])("%s", (_case, line, onHand, difference) => {
  expect(countDifference(line, onHand)).toEqual({ ok: true, difference });
});

test("a count of a sheet from before the last hand-over says nothing of now", () => {
  expect(countDifference({ counted: 4, seen: 5 }, 4)).toEqual({ ok: false, onHand: 4 });
  expect(countDifference({ counted: 5, seen: 5 }, 9)).toEqual({ ok: false, onHand: 9 });
});
