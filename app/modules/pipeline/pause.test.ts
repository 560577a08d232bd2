import { expect, test } from "vitest";
import { clubTime } from "#app/platform/club-time.ts";
import { pauseUntil } from "./pause.ts";

const time = clubTime("Asia/Shanghai");
const hours = {
  workingDays: [1, 2, 3, 4, 5, 6],
  closedDays: new Set(["2026-12-05"]),
  opensAt: 540,
  closesAt: 1080,
};
// A Monday.
const now = new Date("2026-11-30T11:00+08:00");
const pause = (day: string) => pauseUntil(day, now, hours, time);

test.each([
  ["a working day: to its end", "2026-12-04", "2026-12-04T18:00+08:00"],
  ["a Sunday: to the end of Monday", "2026-12-06", "2026-12-07T18:00+08:00"],
  ["a holiday: past the Sunday after it", "2026-12-05", "2026-12-07T18:00+08:00"],
])("%s", (_case, day, dueAt) => {
  expect(pause(day)).toEqual({
    ok: true,
    until: new Date(`${day}T00:00+08:00`),
    dueAt: new Date(dueAt),
  });
});

test.each([
  ["today is no later day", "2026-11-30", "day-past"],
  ["nor is yesterday", "2026-11-29", "day-past"],
  ["the ninety-first day is too far", "2027-03-01", "day-too-far"],
])("%s", (_case, day, refusal) => expect(pause(day)).toEqual({ ok: false, refusal }));

test("the ninetieth day is not", () => expect(pause("2027-02-28")).toMatchObject({ ok: true }));
