import { expect, test } from "vitest";
import { reminderStage } from "./reminder-stage.ts";

test.each([
  [61, null],
  [60, 60],
  [31, 60],
  [30, 30],
  [8, 30],
  [7, 7],
  [0, 7],
  [-1, null],
])("with %d days left the reminder due is %s", (daysLeft, stage) => {
  expect(reminderStage(daysLeft, [30, 60, 7])).toBe(stage);
});

test("a club that reminds of nothing reminds nobody", () => {
  expect(reminderStage(7, [])).toBeNull();
});
