import { expect, test } from "vitest";
import { closesBy } from "./closing.ts";

const event = {
  state: "published",
  endsAt: new Date("2027-03-14T07:00:00Z"),
  anybodyCame: true,
};

test.each([
  ["2027-03-15T06:59:59Z", false],
  ["2027-03-15T07:00:00Z", true],
  ["2027-04-13T06:59:59Z", true],
  ["2027-04-13T07:00:00Z", false],
])("at %s whoever was not marked has not come: %s", (at, closes) => {
  expect(closesBy(event, new Date(at))).toBe(closes);
});

test("of an event at which nobody checked in, or that was cancelled, nothing is said", () => {
  const nextDay = new Date("2027-03-15T12:00:00Z");
  expect(closesBy({ ...event, anybodyCame: false }, nextDay)).toBe(false);
  expect(closesBy({ ...event, state: "cancelled" }, nextDay)).toBe(false);
});
