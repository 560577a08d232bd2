import { expect, test } from "vitest";
import { clubTime } from "#app/platform/club-time.ts";
import { closingOf, endedBetween } from "./survey-times.ts";

const time = clubTime("Asia/Shanghai");

test("answers are taken to the end of the club's day, whatever the hour at which the event ended", () => {
  // 14 March 2027, 15:00 and 23:59:59 in Shanghai; 4 April has passed at 16:00 UTC.
  const closes = new Date("2027-04-04T16:00:00Z");
  expect(closingOf(new Date("2027-03-14T07:00:00Z"), 21, time)).toEqual(closes);
  expect(closingOf(new Date("2027-03-14T15:59:59Z"), 21, time)).toEqual(closes);
  expect(closingOf(new Date("2027-03-14T16:00:00Z"), 21, time)).toEqual(
    new Date("2027-04-05T16:00:00Z"),
  );
});

test("who came is asked from two hours after the end, for a week", () => {
  const endsAt = new Date("2027-03-14T07:00:00Z");
  const isAsked = (hours: number) => {
    const { after, upTo } = endedBetween(new Date(endsAt.getTime() + hours * 3_600_000));
    return after < endsAt && endsAt <= upTo;
  };
  expect([1.99, 2, 7 * 24 - 0.01, 7 * 24].map(isAsked)).toEqual([false, true, true, false]);
});
