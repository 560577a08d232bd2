import { expect, test } from "vitest";
import { decideReading, type Reading, type ReadingDecision } from "./odometer-reading.ts";

const today = "2026-11-21";
const span = { today, heldSince: "2026-01-10" };
const on = (day: string, km: number, sure = false) => ({ day, km, sure });
const log: Reading[] = [
  { day: "2026-09-01", km: 20_000 },
  { day: "2026-05-01", km: 12_000 },
];
const ok: ReadingDecision = { ok: true };
const refused = (refusal: "below" | "above" | "jump", other: Reading): ReadingDecision => ({
  ok: false,
  refusal,
  other,
});

test.each<[string, Parameters<typeof decideReading>[0], readonly Reading[], ReadingDecision]>([
  ["the first reading of a car may be nearly anything", on(today, 500_000), [], ok],
  ["few cars go further", on(today, 500_001), [], { ok: false, refusal: "high" }],
  ["unless they are sure of it", on(today, 1_999_999, true), [], ok],
  ["nought is a reading", on(today, 0), [], ok],
  ["a reading of today goes on from the last", on(today, 24_000), log, ok],
  ["the same figure again is no step back", on(today, 20_000), log, ok],
  ["one kilometre less is", on(today, 19_999), log, refused("below", log[0] as Reading)],
  ["unless they are sure: the dial was changed", on(today, 19_999, true), log, ok],
  ["a forgotten reading goes in between", on("2026-07-01", 15_000), log, ok],
  [
    "but not above what came after",
    on("2026-07-01", 20_001),
    log,
    refused("above", log[0] as Reading),
  ],
  ["a thousand kilometres in a day is a long day", on("2026-09-02", 21_000), log, ok],
  ["one more is a slip", on("2026-09-02", 21_001), log, refused("jump", log[0] as Reading)],
  ["the same day counts as one", on("2026-09-01", 21_001), log, refused("jump", log[0] as Reading)],
  ["unless they are sure of the leap", on("2026-09-02", 90_000, true), log, ok],
  ["day after day it is 400 a day", on("2026-09-11", 24_600), log, ok],
  ["which is asked about above", on("2026-09-11", 24_601), log, refused("jump", log[0] as Reading)],
  [
    "of two readings of a day the last word counts, not the larger",
    on(today, 21_000),
    [...log, { day: "2026-11-20", km: 1_999_999 }, { day: "2026-11-20", km: 20_500 }],
    ok,
  ],
  [
    "and so it does of a day later on",
    on("2026-07-01", 15_000),
    [{ day: "2026-08-01", km: 1_999 }, { day: "2026-08-01", km: 19_990 }, ...log],
    ok,
  ],
  ["tomorrow has no reading", on("2026-11-22", 30_000), log, { ok: false, refusal: "in-future" }],
  [
    "nor has a day to come when they are sure",
    on("2026-11-22", 30_000, true),
    log,
    { ok: false, refusal: "in-future" },
  ],
  ["the day it became theirs has one", on("2026-01-10", 9_000), log, ok],
  ["the day before has none", on("2026-01-09", 9_000), log, { ok: false, refusal: "before-yours" }],
])("%s", (_case, entered, readings, decision) => {
  expect(decideReading(entered, readings, span)).toEqual(decision);
});

test("a car's whole log has no first day", () => {
  expect(decideReading(on("2020-01-01", 5), [], { today, heldSince: null })).toEqual(ok);
});
