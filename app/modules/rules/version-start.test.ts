import { expect, test } from "vitest";
import { isWithdrawable, judgeStart } from "./version-start.ts";

const now = new Date("2026-11-21T15:58:00Z");
const midnight = new Date("2026-11-21T16:00:00Z");
const first = { version: 1, startsAt: new Date(0) };

test("a version may begin at the club's next midnight", () => {
  expect(judgeStart(midnight, [first], now)).toBeNull();
});

test("not in its last minute: other processes have the rules at hand", () => {
  const late = new Date(midnight.getTime() - 59_999);
  expect(judgeStart(midnight, [first], late)).toEqual({ refusal: "start-in-past" });
  expect(judgeStart(midnight, [first], new Date(midnight.getTime() - 60_000))).toBeNull();
  expect(isWithdrawable(midnight, late)).toBe(false);
  expect(isWithdrawable(midnight, now)).toBe(true);
});

test("not at the instant another begins, nor before it; and that one is named", () => {
  const second = { version: 2, startsAt: midnight };
  expect(judgeStart(midnight, [first, second], now)).toEqual({
    refusal: "start-overlaps",
    ...second,
  });
  const day = 86_400_000;
  const after = new Date(midnight.getTime() + day);
  expect(judgeStart(after, [first, second], now)).toBeNull();
  const third = { version: 3, startsAt: new Date(midnight.getTime() + 2 * day) };
  expect(judgeStart(after, [first, second, third], now)).toMatchObject({ version: 3 });
});
