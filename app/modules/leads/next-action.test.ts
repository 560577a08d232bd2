import { expect, test } from "vitest";
import { actionAfterContact, actionAt, refusalOfHour } from "./next-action.ts";
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

test("an hour that is chosen is to come, and not so far that the friend is forgotten on a list", () => {
  const now = new Date("2026-07-06T04:00:00Z");
  const inMs = (ms: number) => new Date(now.getTime() + ms);
  const ninety = 90 * 86_400_000;
  const contacted = { stage: "contacted" } as const;
  expect(refusalOfHour(null, contacted, now)).toBeNull();
  expect(refusalOfHour(now, contacted, now)).toBe("past");
  expect(refusalOfHour(inMs(1), contacted, now)).toBeNull();
  expect(refusalOfHour(inMs(ninety), contacted, now)).toBeNull();
  expect(refusalOfHour(inMs(ninety + 1), contacted, now)).toBe("day-too-far");
  expect(refusalOfHour(inMs(2 * ninety), { stage: "ordered" }, now)).toBeNull();
});
