import { expect, test } from "vitest";
import { followUpOn, followUpsOf } from "./follow-ups.ts";

const week = { workingDays: [1, 2, 3, 4, 5], closedDays: new Set(["2026-12-07"]) };

test.each([
  ["on the third day", "2026-11-30", 3, "2026-12-03"],
  ["past a weekend and a holiday to the next working day", "2026-12-02", 3, "2026-12-08"],
  ["on the ninetieth day", "2026-11-30", 90, "2027-03-01"],
] as const)("%s", (_case, delivered, day, on) => expect(followUpOn(delivered, day, week)).toBe(on));

test("each is to come, due on its day, late from the next, until it is done", () => {
  const states = (today: string, done: number[] = []) =>
    followUpsOf("2026-11-30", done, today, week).map(({ state }) => state);
  expect(states("2026-12-02")).toEqual(["to-come", "to-come", "to-come"]);
  expect(states("2026-12-03")).toEqual(["due", "to-come", "to-come"]);
  expect(states("2026-12-04")).toEqual(["late", "to-come", "to-come"]);
  expect(states("2027-03-01", [3])).toEqual(["done", "late", "due"]);
});
