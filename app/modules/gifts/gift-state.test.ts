import { expect, test } from "vitest";
import { giftState } from "./gift-state.ts";

const now = new Date("2026-11-29T04:00:00Z");
const before = new Date(now.getTime() - 1);
const later = new Date(now.getTime() + 1);
const none = {
  visibleFrom: null,
  visibleUntil: null,
  availableFrom: null,
  availableUntil: null,
  archivedAt: null,
};

test.each([
  ["without dates it is to be had", {}, "shown"],
  ["not shown yet", { visibleFrom: later }, "not-yet"],
  ["from its first instant", { visibleFrom: now, availableFrom: now }, "shown"],
  ["shown and not to be had yet", { availableFrom: later }, "not-yet"],
  ["no longer shown", { visibleUntil: now }, "ended"],
  ["shown and no longer to be had", { availableUntil: now }, "ended"],
  ["ended is said before not yet", { visibleFrom: later, availableUntil: before }, "ended"],
  ["archived is said before all", { archivedAt: before, visibleUntil: before }, "archived"],
] as const)("%s", (_case, dates, state) => {
  expect(giftState({ ...none, ...dates }, now)).toBe(state);
});
