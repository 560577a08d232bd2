import { describe, expect, test } from "vitest";
import type { OpenLot } from "#app/modules/ledger/entry.ts";
import { clubTime } from "#app/platform/club-time.ts";
import { lapsePlan, leftAfter } from "./lapse-plan.ts";

const time = clubTime("Asia/Shanghai");
const now = time.instantOf("2026-11-21", 12, 0, 0);

const aLot = (points: number, through: string, changes: Partial<OpenLot> = {}): OpenLot => ({
  points,
  availableAt: time.startOfDay("2025-01-01"),
  lapsesAt: time.endOfDay(through),
  ...changes,
});
const pendingLot = (points: number): OpenLot => ({ points, availableAt: null, lapsesAt: null });

describe("what lapses when", () => {
  test("nothing held is an empty plan", () => {
    expect(lapsePlan([], 0, now, time)).toEqual([]);
  });

  test("lots with one last day are one step, and the soonest comes first", () => {
    const lots = [aLot(30, "2027-03-31"), aLot(100, "2026-12-31"), aLot(20, "2027-03-31")];
    expect(lapsePlan(lots, 0, now, time)).toEqual([
      { through: "2026-12-31", points: 100, pending: 0 },
      { through: "2027-03-31", points: 50, pending: 0 },
    ]);
  });

  test("points whose day has passed are not in it, to the millisecond", () => {
    expect(lapsePlan([aLot(5, "2026-12-31", { lapsesAt: now })], 0, now, time)).toEqual([]);
    const later = new Date(now.getTime() + 1);
    expect(lapsePlan([aLot(5, "2026-12-31", { lapsesAt: later })], 0, now, time)).toHaveLength(1);
  });

  test("pending points stand apart, and last where their day is not known", () => {
    const tomorrow = time.startOfDay("2026-11-22");
    const lots = [
      pendingLot(240),
      aLot(10, "2028-11-30", { availableAt: tomorrow }),
      aLot(1, "2028-11-30"),
    ];
    expect(lapsePlan(lots, 0, now, time)).toEqual([
      { through: "2028-11-30", points: 1, pending: 10 },
      { through: null, points: 0, pending: 240 },
    ]);
  });

  test("debt is repaid from what became available first, never from pending points", () => {
    const older = aLot(100, "2027-06-30");
    const newer = aLot(100, "2026-12-31", { availableAt: time.startOfDay("2026-02-01") });
    expect(lapsePlan([newer, older, pendingLot(50)], 130, now, time)).toEqual([
      { through: "2026-12-31", points: 70, pending: 0 },
      { through: null, points: 0, pending: 50 },
    ]);
  });
});

test.each([
  ["on the last day points are still there the day before it ends", "2026-12-30", 390],
  ["at the end of their last day they are gone", "2026-12-31", 290],
  ["what has no day yet is never counted out", "2040-01-01", 240],
])("%s", (_case, day, left) => {
  const plan = lapsePlan(
    [aLot(100, "2026-12-31"), aLot(50, "2027-03-31"), pendingLot(240)],
    0,
    now,
    time,
  );
  expect(leftAfter(plan, day)).toBe(left);
});
