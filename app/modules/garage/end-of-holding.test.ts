import { expect, test } from "vitest";
import { clubTime } from "#app/platform/club-time.ts";
import { decideEnd, type EndDecision, passedOnAt } from "./end-of-holding.ts";

const time = clubTime("Asia/Shanghai");
const noon = (day: string) => time.instantOf(day, 12, 0, 0);
const now = noon("2026-11-21");
const startsAt = noon("2026-01-10");
const held = { startsAt, lastVisitAt: null };
const visited = { startsAt, lastVisitAt: noon("2026-10-05") };

test.each<[string, string, typeof visited | typeof held, EndDecision]>([
  ["sold today, it ends now", "2026-11-21", held, { ok: true, endsAt: now }],
  [
    "sold yesterday, yesterday was still theirs",
    "2026-11-20",
    held,
    { ok: true, endsAt: time.endOfDay("2026-11-20") },
  ],
  ["tomorrow is too late", "2026-11-22", held, { ok: false, refusal: "in-future" }],
  [
    "on the day it became theirs it can go again",
    "2026-01-10",
    held,
    { ok: true, endsAt: time.endOfDay("2026-01-10") },
  ],
  ["before that it cannot", "2026-01-09", held, { ok: false, refusal: "before-yours" }],
  [
    "the day of the last visit is early enough",
    "2026-10-05",
    visited,
    { ok: true, endsAt: time.endOfDay("2026-10-05") },
  ],
  [
    "a day before it is not",
    "2026-10-04",
    visited,
    { ok: false, refusal: "visit-after", day: "2026-10-05" },
  ],
])("%s", (_case, day, holding, decision) => {
  expect(decideEnd(day, holding, now, time)).toEqual(decision);
});

test.each([
  ["on the day that the desk names", "2026-11-01", visited, time.startOfDay("2026-11-01")],
  ["not before it was theirs at all", "2025-12-31", held, startsAt],
  [
    "not before their last order",
    "2026-09-01",
    visited,
    new Date(noon("2026-10-05").getTime() + 1),
  ],
  ["today means now, at the latest", "2026-11-22", held, now],
])("a car is passed on %s", (_case, day, holding, at) => {
  expect(passedOnAt(day, holding, now, time)).toEqual(at);
});
