import { expect, test } from "vitest";
import { judgeGrant } from "./gold-grant.ts";

const today = "2026-11-21";

test.each([
  ["from today through tomorrow", "2026-11-21", "2026-11-22", null],
  ["through today is not in the future", "2026-11-21", "2026-11-21", "grant-end-not-future"],
  ["three years to the day", "2026-11-21", "2029-11-21", null],
  ["a day longer", "2026-11-21", "2029-11-22", "grant-too-long"],
  ["the end of the calendar", "2026-11-21", "9999-12-31", "grant-too-long"],
  ["beginning tomorrow", "2026-11-22", "2026-12-31", "grant-start-in-future"],
  ["beginning a year back", "2025-11-21", "2026-12-31", null],
  ["beginning a day earlier than that", "2025-11-20", "2026-12-31", "grant-start-too-early"],
])("%s", (_case, from, through, refusal) => {
  expect(judgeGrant({ from, through }, today)).toBe(refusal);
});

test("three years from a 29 February end on the 28th", () => {
  const leapDay = "2028-02-29";
  expect(judgeGrant({ from: leapDay, through: "2031-02-28" }, leapDay)).toBeNull();
  expect(judgeGrant({ from: leapDay, through: "2031-03-01" }, leapDay)).toBe("grant-too-long");
});
