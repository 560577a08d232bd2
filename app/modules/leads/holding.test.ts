import { expect, test } from "vitest";
import { clubTime } from "#app/platform/club-time.ts";
import { holdsUntil, isHeld } from "./holding.ts";

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
