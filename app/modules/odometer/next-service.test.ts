import { expect, test } from "vitest";
import { guessNextService, type ServiceVisit } from "./next-service.ts";

const visit = (day: string, odometerKm: number | null, maintenance = true): ServiceVisit => ({
  day,
  odometerKm,
  maintenance,
});

test.each<[string, ServiceVisit[], ReturnType<typeof guessNextService>]>([
  ["a car never seen has no next service", [], null],
  ["a repair alone says nothing about maintenance", [visit("2026-03-01", 8_000, false)], null],
  [
    "one service is due again a year later",
    [visit("2026-03-01", 8_000)],
    { dueOn: "2027-03-01", by: "time", atKm: 18_000 },
  ],
  [
    "100 km a day is 10,000 km in 100 days",
    [visit("2026-01-01", 10_000), visit("2026-04-11", 20_000)],
    { dueOn: "2026-07-20", by: "distance", atKm: 30_000 },
  ],
  [
    "a car that hardly moves comes once a year",
    [visit("2026-01-01", 10_000), visit("2026-07-20", 12_000)],
    { dueOn: "2027-07-20", by: "time", atKm: 22_000 },
  ],
  [
    "a repair's reading tells the pace, but the interval counts from the maintenance",
    [visit("2026-01-01", 10_000), visit("2026-04-11", 20_000, false)],
    { dueOn: "2026-04-11", by: "distance", atKm: 20_000 },
  ],
  [
    "a reading in between tells the pace as a visit does",
    [visit("2026-01-01", 10_000), visit("2026-02-20", 15_000, false)],
    { dueOn: "2026-04-11", by: "distance", atKm: 20_000 },
  ],
  [
    "without a reading at the last service only the day can be told",
    [visit("2026-01-01", null), visit("2026-02-20", 15_000, false)],
    { dueOn: "2027-01-01", by: "time", atKm: null },
  ],
  [
    "the order of the visits does not matter",
    [visit("2026-04-11", 20_000), visit("2026-01-01", 10_000)],
    { dueOn: "2026-07-20", by: "distance", atKm: 30_000 },
  ],
  [
    "readings a week apart are no pace",
    [visit("2026-01-01", 10_000), visit("2026-01-08", 12_000)],
    { dueOn: "2027-01-08", by: "time", atKm: 22_000 },
  ],
  [
    "an odometer that runs backwards was misread",
    [visit("2026-01-01", 90_000), visit("2026-06-01", 9_500)],
    { dueOn: "2027-06-01", by: "time", atKm: 19_500 },
  ],
  [
    "a reading with a digit too many was misread",
    [visit("2026-01-01", 10_000), visit("2026-06-01", 120_000)],
    { dueOn: "2027-06-01", by: "time", atKm: 130_000 },
  ],
  [
    "29 February comes round on the 28th",
    [visit("2028-02-29", null)],
    { dueOn: "2029-02-28", by: "time", atKm: null },
  ],
])("%s", (_case, visits, next) => {
  expect(guessNextService(visits)).toEqual(next);
});
