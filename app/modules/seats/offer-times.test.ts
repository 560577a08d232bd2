import { expect, test } from "vitest";
import { clubTime } from "#app/platform/club-time.ts";
import { aPlan } from "../../../tests/support/events.ts";
import { isLineOpen, offerEndsAt } from "./offer-times.ts";

// The event begins on 14 March 2027 at 13:00 in Shanghai; its line ends three hours before.
const plan = aPlan();
const shanghai = clubTime("Asia/Shanghai");
const at = (local: string) => new Date(`2027-03-${local}+08:00`);

test.each<[string, string, string | null, (string | null)?]>([
  ["a day, by day", "01T10:00", "02T10:00"],
  ["a day, to the last minute of the evening", "01T20:59", "02T20:59"],
  ["not in the evening", "01T21:00", null],
  ["not in the night", "02T03:00", null],
  ["not before nine", "02T08:59", null],
  ["half of what is left, near the event", "13T12:00", "13T23:00", "14T10:00"],
  ["half of what is left, on the day", "14T09:00", "14T09:30"],
  ["not in the last half hour", "14T09:31", null],
  ["not when the line has ended", "14T10:00", null],
])("an offer lasts %s", (_case, made, ends, putOffTo = ends) => {
  expect(offerEndsAt(plan, at(made), shanghai)).toEqual(putOffTo ? at(putOffTo) : null);
});

test("an end in the night is put off to an hour after it", () => {
  const short = aPlan({ waitlist: { open: true, offerHours: 4, closesHoursBefore: 3 } });
  expect(offerEndsAt(short, at("01T20:00"), shanghai)).toEqual(at("02T10:00"));
});

test("the club's clock counts, also where its hour changes that night", () => {
  const newYork = clubTime("America/New_York");
  // On 14 March 2027 at 2:00 the clocks there go to 3:00.
  const late = aPlan({
    startsAt: new Date("2027-03-20T17:00:00Z"),
    waitlist: { open: true, offerHours: 11, closesHoursBefore: 3 },
  });
  expect(offerEndsAt(late, new Date("2027-03-13T20:00:00-05:00"), newYork)).toEqual(
    new Date("2027-03-14T10:00:00-04:00"),
  );
});

test("a line is open until it ends, where there is one", () => {
  expect(isLineOpen(plan, at("14T09:59"))).toBe(true);
  expect(isLineOpen(plan, at("14T10:00"))).toBe(false);
  const none = aPlan({ waitlist: { open: false, offerHours: 24, closesHoursBefore: 3 } });
  expect(isLineOpen(none, at("01T10:00"))).toBe(false);
});
