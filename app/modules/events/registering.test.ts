import { expect, test } from "vitest";
import { registeringOf } from "./registering.ts";

const at = (text: string) => new Date(`2027-03-${text}+08:00`);
const plan = {
  opensAt: at("01T12:00"),
  goldHoursEarlier: 48,
  closesAt: at("13T12:00"),
  startsAt: at("14T13:00"),
  endsAt: at("14T15:00"),
  waitlist: { open: true, offerHours: 24, closesHoursBefore: 30 },
};
const gold = new Date("2027-02-27T12:00+08:00");
const before = (instant: Date) => new Date(instant.getTime() - 1);

test.each([
  ["before gold", before(gold), { can: "later", from: plan.opensAt, goldFrom: gold }],
  ["once gold can", gold, { can: "gold-first", from: plan.opensAt }],
  ["a moment before the rest can", before(plan.opensAt), { can: "gold-first", from: plan.opensAt }],
  ["the moment it opens", plan.opensAt, { can: "register", until: plan.closesAt }],
  ["when it closes", plan.closesAt, { can: "closed" }],
  ["when it begins", plan.startsAt, { can: "running" }],
  ["when it is over", plan.endsAt, { can: "finished" }],
])("silver can, %s", (_case, now, expected) => {
  expect(registeringOf("published", plan, false, false, now)).toEqual(expected);
});

test("gold registers earlier, and is told of one moment only", () => {
  expect(registeringOf("published", plan, false, true, before(gold))).toEqual({
    can: "later",
    from: gold,
    goldFrom: null,
  });
  expect(registeringOf("published", plan, false, true, gold)).toMatchObject({ can: "register" });
});

test("where it is full the line is offered, until it ends", () => {
  const ends = at("13T07:00");
  expect(registeringOf("published", plan, true, false, plan.opensAt)).toEqual({
    can: "wait",
    until: ends,
  });
  expect(registeringOf("published", plan, true, false, ends)).toEqual({ can: "full" });
  const without = { ...plan, waitlist: { ...plan.waitlist, open: false } };
  expect(registeringOf("published", without, true, false, plan.opensAt)).toEqual({ can: "full" });
});

test("a cancelled event is cancelled, whatever the clock says", () => {
  expect(registeringOf("cancelled", plan, true, false, gold)).toEqual({ can: "cancelled" });
});
