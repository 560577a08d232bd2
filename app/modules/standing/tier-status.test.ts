import { expect, test } from "vitest";
import { unchangedRuleBook as book } from "#app/modules/rulebook/rule-book.ts";
import { clubTime } from "#app/platform/club-time.ts";
import type { StatusEntry } from "./tier.ts";
import { tierStatus } from "./tier-status.ts";

const time = clubTime("Asia/Shanghai");
const noon = (day: string) => new Date(`${day}T12:00:00+08:00`);
const entry = (day: string, points: number): StatusEntry => ({ points, countsAt: noon(day) });
const goldUntil = (day: string) => ({
  from: noon("2025-10-01"),
  until: time.endOfDay(day),
  source: "roll" as const,
});

test("in grace, what is promised for a day holds on that day and no longer", () => {
  const now = noon("2026-11-22");
  const given = [goldUntil("2026-10-31")];
  const entries = [entry("2025-12-27", 286), entry("2026-06-01", 1594)];
  const { keeps } = tierStatus(now, given, entries, book, time);
  expect(keeps).toMatchObject({ phase: "grace", points: 120, by: "2026-12-26" });

  const afterGrace = noon("2027-01-15");
  const withService = (day: string) =>
    tierStatus(afterGrace, given, [...entries, entry(day, 120)], book, time).standing;
  expect(withService("2026-12-26")).toMatchObject({ tier: "gold", phase: "gold" });
  expect(withService("2026-12-27")).toEqual({ tier: "silver" });
});

test("in gold, only what will count on its last day is counted on", () => {
  const entries = [entry("2025-12-01", 500), entry("2026-09-01", 1700)];
  const { status, keeps } = tierStatus(
    noon("2026-11-01"),
    [goldUntil("2026-12-31")],
    entries,
    book,
    time,
  );
  expect(status).toBe(2200);
  expect(keeps).toMatchObject({ phase: "gold", by: "2026-12-31", points: 300 });
});

test("a silver owner is told the way", () => {
  const { way, keeps } = tierStatus(
    noon("2026-11-01"),
    [],
    [entry("2026-09-01", 1688)],
    book,
    time,
  );
  expect(way).toMatchObject({ have: 1688, points: 312 });
  expect(keeps).toBeNull();
});
