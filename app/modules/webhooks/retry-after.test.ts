import { expect, test } from "vitest";
import { askedPause } from "./retry-after.ts";

const now = new Date("2027-03-31T12:00:00Z");
const DAY_MS = 86_400_000;

test.each([
  ["in seconds", "120", 120_000],
  ["at once", "0", 0],
  ["until a moment", "Wed, 31 Mar 2027 12:30:00 GMT", 1_800_000],
  ["until a moment that is past", "Wed, 31 Mar 2027 11:59:59 GMT", 0],
  ["for a day", "86400", DAY_MS],
  ["for longer", "86401", DAY_MS],
  ["for longer than a computer can count", "9".repeat(400), DAY_MS],
  ["until a moment in years", "Fri, 31 Mar 2034 12:00:00 GMT", DAY_MS],
])("a receiver wants to be left alone %s", (_case, header, pause) => {
  expect(askedPause(503, header, now)).toBe(pause);
  expect(askedPause(429, header, now)).toBe(pause);
});

test.each([
  undefined,
  "",
  "soon",
  "-5",
  "+5",
  "1.5",
  "1e3",
  "0x10",
  "５",
  "120, 240",
  "2027-03-31T12:30:00Z",
  "Wed, 31 Mar 2027 12:30:00",
  "Wed, 31 Mar 2027 12:30:00 +0800",
  "Thu, 31 Mar 2027 12:30:00 GMT",
  "Wed, 31 Feb 2027 12:30:00 GMT",
  "Wednesday, 31-Mar-27 12:30:00 GMT",
  "Wed Mar 31 12:30:00 2027",
  "Invalid Date",
])("%j asks for nothing", (header) => {
  expect(askedPause(503, header, now)).toBe(0);
});

test.each([200, 301, 404, 410, 500, 502, 504, null])(
  "with %s it says nothing of when to come again",
  (status) => {
    expect(askedPause(status, "120", now)).toBe(0);
  },
);
