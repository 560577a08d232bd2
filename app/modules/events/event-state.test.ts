import { expect, test } from "vitest";
import { opensFor, phaseOf } from "./event-state.ts";

const plan = {
  opensAt: new Date("2027-02-01T01:00:00Z"),
  closesAt: new Date("2027-03-13T04:00:00Z"),
  startsAt: new Date("2027-03-14T05:00:00Z"),
  endsAt: new Date("2027-03-14T07:00:00Z"),
  goldHoursEarlier: 48,
};

test("gold may register two days before everybody", () => {
  expect(opensFor(plan, true)).toEqual(new Date("2027-01-30T01:00:00Z"));
  expect(opensFor(plan, false)).toEqual(plan.opensAt);
});

test.each([
  ["2027-01-30T00:59:59Z", "announced"],
  ["2027-01-30T01:00:00Z", "open"],
  ["2027-03-13T03:59:59Z", "open"],
  ["2027-03-13T04:00:00Z", "closed"],
  ["2027-03-14T05:00:00Z", "running"],
  ["2027-03-14T06:59:59Z", "running"],
  ["2027-03-14T07:00:00Z", "finished"],
])("at %s a published event is %s", (at, phase) => {
  expect(phaseOf("published", plan, new Date(at))).toBe(phase);
});

test("a draft and a cancelled event are that at any time", () => {
  expect(phaseOf("draft", plan, plan.startsAt)).toBe("draft");
  expect(phaseOf("cancelled", plan, plan.startsAt)).toBe("cancelled");
});
