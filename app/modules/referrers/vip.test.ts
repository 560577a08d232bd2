import { expect, test } from "vitest";
import { clubTime } from "#app/platform/club-time.ts";
import { vipUntil } from "./vip.ts";

const shanghai = clubTime("Asia/Shanghai");
const rules = { leads: 3, months: 12 };
const day = (text: string) => new Date(`${text}T12:00:00+08:00`);
const until = (days: string[], now: string) => vipUntil(days.map(day), rules, day(now), shanghai);

test("three accepted leads make a VIP until the third from the newest is twelve months old", () => {
  expect(until(["2026-01-10", "2026-02-28"], "2026-03-01")).toBeNull();
  expect(until(["2026-05-01", "2026-01-10", "2026-02-28"], "2026-05-02")).toEqual(
    new Date("2027-01-11T00:00:00+08:00"),
  );
  expect(until(["2025-01-01", "2026-01-10", "2026-02-28", "2026-05-01"], "2026-05-02")).toEqual(
    new Date("2027-01-11T00:00:00+08:00"),
  );
});

test("in the last second they are one, in the next they are none", () => {
  const three = [day("2026-01-10"), day("2026-02-01"), day("2026-03-01")];
  const end = new Date("2027-01-11T00:00:00+08:00");
  expect(vipUntil(three, rules, new Date(end.getTime() - 1), shanghai)).toEqual(end);
  expect(vipUntil(three, rules, end, shanghai)).toBeNull();
});
