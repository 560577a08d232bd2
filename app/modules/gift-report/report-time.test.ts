import { expect, test } from "vitest";
import { clubTime } from "#app/platform/club-time.ts";
import { instantsOf, reportMonths } from "./report-time.ts";

test.each([
  ["nothing is the last twelve months", null, null, "2025-12", "2026-11"],
  ["months are taken as they are named", "2026-02", "2026-03", "2026-02", "2026-03"],
  ["an end alone is the year before it", null, "2026-03", "2025-04", "2026-03"],
  ["a beginning behind the end says nothing", "2026-05", "2026-03", "2025-04", "2026-03"],
  ["no month at all says nothing", "2026-13", "x", "2025-12", "2026-11"],
  ["no more than three years", "2001-01", "2026-11", "2023-12", "2026-11"],
])("%s", (_case, from, to, first, last) => {
  expect(reportMonths({ from, to }, "2026-11-29")).toEqual({ from: first, to: last });
});

test("months begin and end with the club's days", () => {
  const { from, until } = instantsOf({ from: "2026-11", to: "2026-12" }, clubTime("Asia/Shanghai"));
  expect(from.toISOString()).toBe("2026-10-31T16:00:00.000Z");
  expect(until.toISOString()).toBe("2026-12-31T16:00:00.000Z");
});
