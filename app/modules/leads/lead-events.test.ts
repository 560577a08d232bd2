import { expect, test } from "vitest";
import { eventsOf } from "./lead-events.ts";

const open = { ended: null, review: null, friendAnswer: null };

test.each([
  ["one that is handed in", "handed-in", open, ["lead.created"]],
  ["one that waits to be looked at", "handed-in", { ...open, review: "waiting" }, []],
  ["one that was looked at", "review-passed", { ...open, review: "passed" }, ["lead.created"]],
  [
    "one that did not pass",
    "review-refused",
    { ...open, review: "refused", ended: "declined" },
    [],
  ],
  ["one that moves", "moved", open, ["lead.stage_changed"]],
  ["one that passed, and moves", "moved", { ...open, review: "passed" }, ["lead.stage_changed"]],
  ["one that is declined", "declined", { ...open, ended: "declined" }, ["lead.ended"]],
  ["one that is lost", "lost", { ...open, ended: "lost" }, ["lead.ended"]],
  [
    "a friend who says no",
    "withdrawn",
    { ...open, ended: "withdrawn", friendAnswer: "declined" },
    ["lead.ended"],
  ],
  [
    "a friend who says no while somebody looks",
    "withdrawn",
    { ended: "withdrawn", review: "waiting", friendAnswer: "declined" },
    [],
  ],
  [
    "a friend who is to be forgotten",
    "withdrawn",
    { ...open, ended: "withdrawn", friendAnswer: "forgotten" },
    ["lead.ended", "lead.forgotten"],
  ],
  [
    "the same after the car was delivered",
    "withdrawn",
    { ...open, friendAnswer: "forgotten" },
    ["lead.forgotten"],
  ],
  [
    "the same of one that had been declined",
    "withdrawn",
    { ...open, ended: "declined", friendAnswer: "forgotten" },
    ["lead.forgotten"],
  ],
  [
    "the same while somebody looks",
    "withdrawn",
    { ended: "withdrawn", review: "waiting", friendAnswer: "forgotten" },
    ["lead.ended", "lead.forgotten"],
  ],
  ["the one of two that ends", "merged", { ...open, ended: "merged" }, ["lead.ended"]],
  ["the one of two that goes on", "merged", open, []],
  ["one that is found again", "found-again", open, ["lead.reopened"]],
  [
    "a friend who says yes",
    "confirmed",
    { ...open, friendAnswer: "confirmed" },
    ["lead.confirmed"],
  ],
  ["one that is given to somebody", "assigned", open, ["lead.assigned"]],
  ["one that is put off", "paused", open, []],
  ["one that goes on", "resumed", open, []],
] as const)("%s", (_what, step, stands, events) => {
  expect(eventsOf(step, stands)).toEqual(events);
});
