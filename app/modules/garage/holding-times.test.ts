import fc from "fast-check";
import { expect, test } from "vitest";
import { clubTime } from "#app/platform/club-time.ts";
import { timeHolding } from "./holding-times.ts";

const time = clubTime("Asia/Shanghai");
const noon = (day: string) => time.instantOf(day, 12, 0, 0);
const now = noon("2026-11-21");
const ever = new Date(0);

test.each([
  [
    "shown to be theirs, all of its history is, and 90 days of it earn",
    { now, lastEnd: null, proved: true },
    [now, ever, time.startOfDay("2026-08-23")],
  ],
  [
    "shown nothing, today's invoice is theirs and no other",
    { now, lastEnd: null, proved: false },
    [now, time.startOfDay("2026-11-21"), time.startOfDay("2026-11-21")],
  ],
  [
    "nothing reaches into the last holding",
    { now, lastEnd: noon("2026-10-01"), proved: true },
    [now, noon("2026-10-01"), noon("2026-10-01")],
  ],
  [
    "not even when that ended this morning",
    { now, lastEnd: time.instantOf("2026-11-21", 9, 0, 0), proved: false },
    [now, time.instantOf("2026-11-21", 9, 0, 0), time.instantOf("2026-11-21", 9, 0, 0)],
  ],
  [
    "the desk knows since when it has been theirs",
    { now, lastEnd: noon("2026-01-05"), proved: true, since: noon("2026-03-01") },
    [noon("2026-03-01"), noon("2026-03-01"), time.startOfDay("2026-08-23")],
  ],
  [
    "but not since before the last holding ended",
    { now, lastEnd: noon("2026-10-05"), proved: true, since: noon("2026-03-01") },
    [noon("2026-10-05"), noon("2026-10-05"), noon("2026-10-05")],
  ],
])("%s", (_case, asked, [startsAt, historyFrom, earnsFrom]) => {
  expect(timeHolding(asked, 90, time)).toEqual({ startsAt, historyFrom, earnsFrom });
});

const instant = fc.date({
  min: new Date("2020-01-01T00:00:00Z"),
  max: new Date("2030-01-01T00:00:00Z"),
  noInvalidDate: true,
});

test("however a car goes from hand to hand, two holdings of it never overlap", () => {
  const turn = fc.record({
    heldFor: fc.nat({ max: 400 * 86_400_000 }),
    idleFor: fc.nat({ max: 400 * 86_400_000 }),
    proved: fc.boolean(),
    since: fc.option(instant, { nil: undefined }),
  });
  fc.assert(
    fc.property(
      instant,
      fc.array(turn, { maxLength: 8 }),
      fc.nat({ max: 400 }),
      (first, turns, days) => {
        let at = first;
        let lastEnd: Date | null = null;
        for (const { heldFor, idleFor, proved, since } of turns) {
          const times = timeHolding({ now: at, lastEnd, proved, since }, days, time);
          expect(times.historyFrom <= times.startsAt).toBe(true);
          expect(times.earnsFrom >= times.historyFrom).toBe(true);
          expect(times.startsAt <= at).toBe(true);
          if (lastEnd) expect(times.historyFrom >= lastEnd).toBe(true);
          lastEnd = new Date(at.getTime() + heldFor);
          at = new Date(lastEnd.getTime() + idleFor);
        }
      },
    ),
  );
});
