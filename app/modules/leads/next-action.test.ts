import { expect, test } from "vitest";
import { actionAfterContact, actionAt } from "./next-action.ts";
import { STAGES } from "./stage.ts";

test("whoever was not reached is called again, at whatever stage", () => {
  for (const stage of STAGES) expect(actionAfterContact(false, stage)).toBe("call-again");
});

test("each stage asks for what leads on to the next", () => {
  expect(STAGES.map((stage) => actionAt(stage))).toEqual([
    "call",
    "call",
    "meet",
    "test-drive",
    "offer",
    "hand-over",
    "hand-over",
  ]);
});
