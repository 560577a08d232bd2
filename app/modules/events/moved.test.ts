import { expect, test } from "vitest";
import { aPlan } from "../../../tests/support/events.ts";
import { movedFor, movesBetween } from "./moved.ts";
import type { EventPlan } from "./plan.ts";

const at = (time: string) => new Date(`2027-03-14T${time}Z`);
const morning = {
  key: "s1",
  name: { en: "Morning", zh: "上午" },
  startsAt: at("05:00"),
  endsAt: at("06:00"),
};
const later = (session: typeof morning) => ({ ...session, endsAt: at("07:30") });
const called = (session: typeof morning) => ({ ...session, name: { en: "A", zh: "甲" } });
const noon = { ...morning, key: "s2", startsAt: morning.endsAt, endsAt: at("07:00") };
const plan = aPlan({ sessions: [morning, noon] });

test.each<[string, Partial<EventPlan>, string[], string[]]>([
  ["words about it", { about: { en: "Bring a hat.", zh: "请带帽子。" } }, [], []],
  ["its end", { endsAt: at("08:00") }, ["time"], [""]],
  ["its room", { place: { en: "First floor", zh: "二楼" } }, ["place"], []],
  ["what it costs", { price: { kind: "points", points: 100, per: "party" } }, ["price"], []],
  ["a session taken away", { sessions: [noon] }, ["time"], ["s1"]],
  ["a session that ends later", { sessions: [morning, later(noon)] }, ["time"], ["s2"]],
  ["another session beside it", { sessions: [...plan.sessions, { ...noon, key: "s3" }] }, [], []],
  ["a session called otherwise", { sessions: [called(morning), noon] }, [], []],
])("%s moves %o, of %o", (_what, changes, moved, timeOf) => {
  expect(movesBetween(plan, { ...plan, ...changes })).toEqual({ moved, timeOf });
});

test.each([
  ["a session of theirs", { moved: ["time"], timeOf: ["s1"] }, "s1", ["time"]],
  ["a session of others", { moved: ["time"], timeOf: ["s1"] }, "s2", []],
  ["a session, of who comes to the whole", { moved: ["time"], timeOf: ["s1"] }, null, []],
  ["the whole, of who comes to it", { moved: ["time"], timeOf: [""] }, null, ["time"]],
  ["the whole, of who comes to a session that stays", { moved: ["time"], timeOf: [""] }, "s1", []],
  ["an event of which nobody noted whose time", { moved: ["time"], timeOf: [] }, "s1", ["time"]],
  ["a place, which is everybody's", { moved: ["time", "place"], timeOf: ["s1"] }, "s2", ["place"]],
])("a move of %s", (_what, moves, session, moved) => {
  expect(movedFor([{ moved: [], timeOf: [] }, moves], session)).toEqual(moved);
});
