import { expect, test } from "vitest";
import { nearestGoal, type SavedFor } from "./nearest-goal.ts";

const saver = {
  available: 500,
  debt: 0,
  perService: 100,
  almostServices: 3,
  tier: "silver" as const,
};
let made = 0;
const saved = (points: number, given: Partial<SavedFor> = {}): SavedFor => ({
  giftId: ++made,
  titleEn: "Gift",
  titleZh: "礼品",
  points,
  tier: "silver",
  free: 1,
  isOpen: true,
  ...given,
});
const nearest = (...goals: SavedFor[]) => nearestGoal(goals, saver);

test("the goal that fewest points are missing for is the nearest", () => {
  expect(nearest(saved(900), saved(600), saved(700))).toMatchObject({ points: 600, services: 1 });
});

test("of two within reach it is the dearer one", () => {
  expect(nearest(saved(100), saved(500))).toMatchObject({ points: 500, missing: 0 });
});

test.each([
  ["is sold out", { free: 0 }],
  ["cannot be had by its dates", { isOpen: false }],
  ["is for gold", { tier: "gold" as const }],
])("one that %s is not spoken of", (_case, given) => {
  expect(nearest(saved(500, given), saved(800))).toMatchObject({ points: 800 });
  expect(nearest(saved(500, given))).toBeNull();
});
