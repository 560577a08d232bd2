import { expect, test } from "vitest";
import { clubTime } from "#app/platform/club-time.ts";
import { holdsUntil, isHeld, isToldOfEnd } from "./holding.ts";

const shanghai = clubTime("Asia/Shanghai");
const ends = new Date("2026-05-31T00:00:00+08:00");

test("a friend is held to the end of the ninetieth day, whatever the hour was", () => {
  for (const hour of ["00:00:00", "23:59:59"]) {
    expect(holdsUntil(new Date(`2026-03-01T${hour}+08:00`), 90, shanghai)).toEqual(ends);
  }
});

test("in the last instant it is held, in the next it is not", () => {
  const lead = { ended: null, stage: "accepted", holdsUntil: ends };
  expect(isHeld(lead, new Date(ends.getTime() - 1))).toBe(true);
  expect(isHeld(lead, ends)).toBe(false);
});

test("a car on order is waited for; what ended other than by being lost holds nobody", () => {
  const before = new Date(ends.getTime() - 1);
  const lead = { ended: null, stage: "accepted", holdsUntil: ends };
  expect(isHeld({ ...lead, stage: "ordered" }, ends)).toBe(true);
  expect(isHeld({ ...lead, ended: "lost" }, before)).toBe(true);
  expect(isHeld({ ...lead, ended: "lost" }, ends)).toBe(false);
  for (const ended of ["declined", "withdrawn", "merged"]) {
    expect(isHeld({ ...lead, ended }, before)).toBe(false);
  }
});

// Its last day is 30 December.
const ending = { ended: null, stage: "accepted", holdsUntil: new Date("2026-12-31T00:00+08:00") };
const told = (at: string, changes: Partial<typeof ending> | { ended: string } = {}) =>
  isToldOfEnd({ ...ending, ...changes }, new Date(at), shanghai);

test("it is told from the morning of the fourteenth day before, until it has run out", () => {
  expect(told("2026-12-15T23:59:59+08:00")).toBe(false);
  expect(told("2026-12-16T00:00:00+08:00")).toBe(true);
  expect(told("2026-12-30T23:59:59+08:00")).toBe(true);
  expect(told("2026-12-31T00:00:00+08:00")).toBe(false);
});

test.each([{ stage: "ordered" }, { stage: "delivered" }, { ended: "lost" }])(
  "nothing runs out where it is %o",
  (changes) => expect(told("2026-12-20T12:00+08:00", changes)).toBe(false),
);
