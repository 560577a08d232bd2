import { expect, test } from "vitest";
import { STAGES } from "#app/modules/leads/stage.ts";
import { decideOutcome, stageAfterKept } from "./appointment.ts";

const startsAt = new Date("2026-12-01T06:00:00Z");
const before = new Date(startsAt.getTime() - 1);
const planned = { state: "planned", startsAt } as const;

test("nothing is kept or missed before it begins; cancelled it can be at any time", () => {
  expect(decideOutcome(planned, "kept", before)).toBe("not-yet");
  expect(decideOutcome(planned, "missed", before)).toBe("not-yet");
  expect(decideOutcome(planned, "cancelled", before)).toBeNull();
  expect(decideOutcome(planned, "kept", startsAt)).toBeNull();
});

test("what became of it is said once", () => {
  expect(decideOutcome({ state: "missed", startsAt }, "kept", startsAt)).toBe("settled");
});

test("what was kept moves a lead on, never back, and never past a decision", () => {
  expect(
    STAGES.map((stage) => [stageAfterKept("visit", stage), stageAfterKept("test-drive", stage)]),
  ).toEqual([
    [null, null],
    ["visited", "test-drive"],
    ["visited", "test-drive"],
    [null, "test-drive"],
    [null, null],
    [null, null],
    [null, null],
  ]);
});
