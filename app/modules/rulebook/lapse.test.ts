import { expect, test } from "vitest";
import { clubTime } from "#app/platform/club-time.ts";
import { lapsesAt, lastUsableDay } from "./lapse.ts";

const shanghai = clubTime("Asia/Shanghai");

test.each([
  ["mid month", shanghai, "2026-01-15T04:00:00Z", "2028-01-31", "2028-01-31T16:00:00.000Z"],
  [
    "the first instant of a month",
    shanghai,
    "2025-12-31T16:00:00Z",
    "2028-01-31",
    "2028-01-31T16:00:00.000Z",
  ],
  [
    "the last second of a month",
    shanghai,
    "2026-01-31T15:59:59Z",
    "2028-01-31",
    "2028-01-31T16:00:00.000Z",
  ],
  [
    "a second later is another month",
    shanghai,
    "2026-01-31T16:00:00Z",
    "2028-02-29",
    "2028-02-29T16:00:00.000Z",
  ],
  ["29 February", shanghai, "2024-02-29T04:00:00Z", "2026-02-28", "2026-02-28T16:00:00.000Z"],
  ["December", shanghai, "2026-12-31T04:00:00Z", "2028-12-31", "2028-12-31T16:00:00.000Z"],
  [
    "summer time at the end",
    clubTime("Europe/Berlin"),
    "2026-03-01T12:00:00Z",
    "2028-03-31",
    "2028-03-31T22:00:00.000Z",
  ],
  [
    "winter time at the end",
    clubTime("America/New_York"),
    "2026-11-30T12:00:00Z",
    "2028-11-30",
    "2028-12-01T05:00:00.000Z",
  ],
])(
  "points of %s lapse with their month two years on",
  (_case, time, available, lastDay, instant) => {
    expect(lastUsableDay(new Date(available), 24, time)).toBe(lastDay);
    expect(lapsesAt(new Date(available), 24, time).toISOString()).toBe(instant);
  },
);
