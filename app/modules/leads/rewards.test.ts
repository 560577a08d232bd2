import { describe, expect, test } from "vitest";
import { decideReward, reachedStages, standingRewards } from "./rewards.ts";
import type { Stage } from "./stage.ts";

const standing = (stages: Stage[], met = true) =>
  standingRewards({ steps: stages.map((to) => ({ to })), met });

describe("points come for stages that were reached and stand", () => {
  test("acceptance once somebody has talked with the friend", () => {
    expect(standing([])).toEqual([]);
    expect(standing(["accepted"], false)).toEqual([]);
    expect(standing(["accepted"])).toEqual(["accepted"]);
  });

  test("a stage that was skipped brings nothing", () => {
    expect(standing(["accepted", "ordered", "delivered"])).toEqual(["accepted", "delivered"]);
  });

  test("one that was gone back behind is reached anew", () => {
    expect(standing(["accepted", "test-drive", "visited"])).toEqual(["accepted"]);
    expect(standing(["accepted", "test-drive", "visited", "ordered"])).toEqual(["accepted"]);
    expect(standing(["accepted", "test-drive", "visited", "test-drive"])).toEqual([
      "accepted",
      "test-drive",
    ]);
  });

  test("a cancelled sale is a step back, and brings its points again once delivered after all", () => {
    const sold: Stage[] = ["accepted", "test-drive", "ordered", "delivered"];
    expect(standing(sold)).toEqual(["accepted", "test-drive", "delivered"]);
    expect(standing([...sold, "ordered"])).toEqual(["accepted", "test-drive"]);
    expect(standing([...sold, "ordered", "delivered"])).toEqual([
      "accepted",
      "test-drive",
      "delivered",
    ]);
  });
});

test("going back forgets all that lies behind, and nothing before", () => {
  expect([...reachedStages([{ to: "accepted" }, { to: "ordered" }, { to: "contacted" }])]).toEqual([
    "accepted",
    "contacted",
  ]);
});

test("who gets nothing, and why", () => {
  const referrer = {
    ...{ isStaff: false, isFriend: false, sharesHousehold: false, hasLeft: false },
    givenThisMonth: 9,
  };
  expect(decideReward(referrer, 10)).toBeNull();
  expect(decideReward({ ...referrer, givenThisMonth: 10 }, 10)).toBe("month-full");
  expect(decideReward({ ...referrer, givenThisMonth: 10 }, null)).toBeNull();
  expect(decideReward(referrer, 0)).toBe("month-full");
  expect(decideReward({ ...referrer, isStaff: true }, 10)).toBe("staff");
  expect(decideReward({ ...referrer, sharesHousehold: true }, 10)).toBe("household");
  expect(decideReward({ ...referrer, isFriend: true }, 10)).toBe("yourself");
  expect(decideReward({ ...referrer, isStaff: true, hasLeft: true }, 10)).toBe("left");
});
