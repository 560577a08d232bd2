import { expect, test } from "vitest";
import { isLetterHour } from "./letter-hour.ts";

test.each([
  ["a minute before nine in Shanghai", "2026-11-21T00:59:00Z", false],
  ["nine in Shanghai", "2026-11-21T01:00:00Z", true],
  ["just before eight in the evening in Shanghai", "2026-11-21T11:59:00Z", true],
  ["eight in the evening in Shanghai", "2026-11-21T12:00:00Z", false],
  ["midnight in Shanghai", "2026-11-21T16:00:00Z", false],
])("%s", (_case, now, welcome) => {
  expect(isLetterHour(new Date(now), "Asia/Shanghai")).toBe(welcome);
});
