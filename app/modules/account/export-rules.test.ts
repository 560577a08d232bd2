import { expect, test } from "vitest";
import { decideExport, EXPORTS_A_DAY, type ExportState } from "./export-rules.ts";

const now = new Date("2026-11-21T12:00:00Z");
const asked = (state: ExportState, hoursAgo: number) => ({
  state,
  createdAt: new Date(now.getTime() - hoursAgo * 3_600_000),
});
const several = (state: ExportState, hoursAgo: number, count = EXPORTS_A_DAY) =>
  Array.from({ length: count }, () => asked(state, hoursAgo));

test.each([
  ["the first", [], { ok: true }],
  ["not while one is made", [asked("waiting", 1)], { ok: false, refusal: "under-way" }],
  ["the last of a day", several("ready", 1, EXPORTS_A_DAY - 1), { ok: true }],
  ["not one more than that", several("ready", 1), { ok: false, refusal: "too-many" }],
  [
    "not a second before the day is over",
    several("expired", 23.999),
    { ok: false, refusal: "too-many" },
  ],
  ["another when the day is over", several("expired", 24), { ok: true }],
  ["another where those failed", several("failed", 1), { ok: true }],
])("%s", (_case, recent, answer) => {
  expect(decideExport(recent, now)).toEqual(answer);
});
