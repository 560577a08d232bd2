import { expect, test } from "vitest";
import { aPlan } from "../../../tests/support/events.ts";
import { movedBetween } from "./moved.ts";
import type { EventPlan } from "./plan.ts";

const morning = {
  key: "s1",
  name: { en: "Morning", zh: "上午" },
  startsAt: new Date("2027-03-14T05:00:00Z"),
  endsAt: new Date("2027-03-14T06:00:00Z"),
};
const plan = aPlan({ sessions: [morning] });

test.each<[string, Partial<EventPlan>, string[]]>([
  ["words about it", { about: { en: "Bring a hat.", zh: "请带帽子。" } }, []],
  ["its end", { endsAt: new Date("2027-03-14T08:00:00Z") }, ["time"]],
  ["its room", { place: { en: "First floor", zh: "二楼" } }, ["place"]],
  ["what it costs", { price: { kind: "points", points: 100, per: "party" } }, ["price"]],
  ["a session taken away", { sessions: [] }, ["time"]],
  ["another session beside it", { sessions: [morning, { ...morning, key: "s2" }] }, []],
  ["a session called otherwise", { sessions: [{ ...morning, name: { en: "A", zh: "甲" } }] }, []],
])("%s moves %o", (_what, changes, moved) => {
  expect(movedBetween(plan, { ...plan, ...changes })).toEqual(moved);
});
