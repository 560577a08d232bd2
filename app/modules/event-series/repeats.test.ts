import { expect, test } from "vitest";
import { clubTime } from "#app/platform/club-time.ts";
import { readMoment } from "#app/platform/typed-moment.ts";
import { aTypedEvent } from "../../../tests/support/events.ts";
import { isLastOfMonth, MOST_REPEATS, type Repeat, repeatDays, weekOfMonth } from "./repeats.ts";
import { shiftEvent } from "./shift-event.ts";

const days = (start: string, repeat: Partial<Repeat>) =>
  repeatDays(start, { every: "week", until: null, count: null, ...repeat });

test("every last Saturday of the month, also where the month has five", () => {
  expect(days("2027-02-27", { every: "month-last", count: 4 })).toEqual([
    "2027-03-27",
    "2027-04-24",
    "2027-05-29",
    "2027-06-26",
  ]);
});

test("every second Saturday stays the second", () => {
  expect(days("2027-02-13", { every: "month", count: 3 })).toEqual([
    "2027-03-13",
    "2027-04-10",
    "2027-05-08",
  ]);
});

test("a month without a fifth Saturday is left out", () => {
  expect(days("2027-01-30", { every: "month", count: 2 })).toEqual(["2027-05-29", "2027-07-31"]);
});

test.each([
  ["the last day itself is one of them", { until: "2027-01-15" }, ["2027-01-08", "2027-01-15"]],
  ["whatever comes first ends it", { until: "2027-03-01", count: 1 }, ["2027-01-08"]],
  ["every other week", { every: "two-weeks", count: 2 }, ["2027-01-15", "2027-01-29"]],
  ["until a day before the first there is none", { until: "2027-01-07" }, []],
] as const)("%s", (_what, repeat, expected) => {
  expect(days("2027-01-01", repeat)).toEqual(expected);
});

test("without an end it is still a year at most", () => {
  expect(days("2027-01-01", {})).toHaveLength(MOST_REPEATS);
  expect(days("2027-01-30", { every: "month", count: 52 }).length).toBeLessThan(MOST_REPEATS);
});

test.each([
  ["2027-02-27", 4, true],
  ["2027-05-22", 4, false],
  ["2027-05-29", 5, true],
  ["2027-05-01", 1, false],
])("%s is the %ith of its name in the month; the last: %s", (day, week, last) => {
  expect([weekOfMonth(day), isLastOfMonth(day)]).toEqual([week, last]);
});

test("an event stays at its hour of the club's clock where the clock changes between", () => {
  const typed = aTypedEvent({ startsAt: "2027-03-20T10:00", opensAt: "2027-03-01", freeUntil: "" });
  const shifted = shiftEvent(typed, 14);
  expect([shifted.startsAt, shifted.opensAt, shifted.freeUntil]).toEqual([
    "2027-04-03T10:00",
    "2027-03-15",
    "",
  ]);
  const berlin = clubTime("Europe/Berlin");
  const instant = (text: string) => readMoment(text, "from", berlin)?.toISOString();
  expect(instant(typed.startsAt)).toBe("2027-03-20T09:00:00.000Z");
  expect(instant(shifted.startsAt)).toBe("2027-04-03T08:00:00.000Z");
});
