import { expect, test } from "vitest";
import { bonusPoints, campaignStanding } from "./campaign.ts";

const april = { firstDay: "2026-04-23", lastDay: "2026-05-07" };

test.each([
  ["draft", "2026-04-25", "draft"],
  ["published", "2026-04-22", "coming"],
  ["published", "2026-04-23", "running"],
  ["published", "2026-05-07", "running"],
  ["published", "2026-05-08", "ended"],
  ["stopped", "2026-04-25", "stopped"],
] as const)("one that is %s stands on %s as %s", (state, today, standing) => {
  expect(campaignStanding(state, april, today)).toBe(standing);
});

test.each([
  [{ stage: "delivered", points: 500 }, 2_000, 500],
  [{ stage: "delivered", points: 500 }, 0, 500],
  [{ stage: "accepted", percent: 50 }, 50, 25],
  [{ stage: "accepted", percent: 33 }, 50, 16],
  [{ stage: "accepted", percent: 200 }, 50, 100],
  [{ stage: "accepted", percent: 50 }, 0, 0],
] as const)("%j on %i points is %i", (bonus, base, points) => {
  expect(bonusPoints(bonus, base)).toBe(points);
});
