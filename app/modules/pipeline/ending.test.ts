import { expect, test } from "vitest";
import { type Ending, STAGES } from "#app/modules/leads/stage.ts";
import { canBeFoundAgain, decideEnd } from "./ending.ts";

test("what is new is declined, what was accepted is lost, what was delivered is neither", () => {
  const ends = STAGES.map((stage) => [
    decideEnd({ stage, ended: null }, { ending: "declined", reason: "unfit" }),
    decideEnd({ stage, ended: null }, { ending: "lost", reason: "other" }),
  ]);
  expect(ends).toEqual([
    [null, "not-accepted"],
    ...Array.from({ length: 5 }, () => ["accepted", null]),
    ["delivered", "delivered"],
  ]);
});

test.each<Ending>(["declined", "lost", "withdrawn", "merged"])("%s does not end twice", (ended) => {
  expect(decideEnd({ stage: "accepted", ended }, { ending: "lost", reason: "other" })).toBe(
    "ended",
  );
});

test("a friend who withdrew is not asked again, and what was merged goes on elsewhere", () => {
  const all: Ending[] = ["declined", "lost", "withdrawn", "merged"];
  expect(all.filter(canBeFoundAgain)).toEqual(["declined", "lost"]);
});
