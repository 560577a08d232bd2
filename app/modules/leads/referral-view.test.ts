import { expect, test } from "vitest";
import {
  comingRewards,
  isAppealable,
  type ReferralReward,
  standingOf,
  wayOf,
} from "./referral-view.ts";
import type { Stage } from "./stage.ts";

const lead = { stage: "visited", ended: null, review: null, friendAnswer: null } as const;
const day = (number: number) => new Date(Date.UTC(2026, 6, number));

test.each([
  ["a lead that goes on stands where it is", {}, "visited"],
  [
    "what a person looks at first looks like any other",
    { stage: "submitted", review: "waiting" },
    "submitted",
  ],
  [
    "what they did not take is said",
    { stage: "submitted", review: "refused", ended: "declined" },
    "not-taken",
  ],
  ["declined is said", { stage: "submitted", ended: "declined" }, "declined"],
  ["a friend who said no is gone", { ended: "withdrawn", friendAnswer: "declined" }, "gone"],
  ["so is one who is forgotten", { ended: "withdrawn", friendAnswer: "forgotten" }, "gone"],
  ["also after delivery", { stage: "delivered", friendAnswer: "forgotten" }, "gone"],
] as const)("%s", (_case, changes, standing) => {
  expect(standingOf({ ...lead, ...changes })).toBe(standing);
});

const names = (way: ReturnType<typeof wayOf>) =>
  way.map(({ stage, at }) => `${stage}${at ? ` ${at.getUTCDate()}` : ""}`);

test("a stage that was skipped is left out, and one that was gone back behind is ahead again", () => {
  const moves = [
    { to: "accepted", at: day(2) },
    { to: "test-drive", at: day(3) },
    { to: "contacted", at: day(4) },
  ] satisfies { to: Stage; at: Date }[];
  expect(names(wayOf({ stage: "contacted", isOver: false }, day(1), moves))).toEqual([
    "submitted 1",
    "accepted 2",
    "contacted 4",
    "visited",
    "test-drive",
    "ordered",
    "delivered",
  ]);
  expect(names(wayOf({ stage: "test-drive", isOver: false }, day(1), moves.slice(0, 2)))).toEqual([
    "submitted 1",
    "accepted 2",
    "test-drive 3",
    "ordered",
    "delivered",
  ]);
  expect(names(wayOf({ stage: "test-drive", isOver: true }, day(1), moves.slice(0, 2)))).toEqual([
    "submitted 1",
    "accepted 2",
    "test-drive 3",
  ]);
});

const given: ReferralReward = {
  stage: "accepted",
  points: 50,
  availableAt: day(2),
  notGiven: null,
  takenBackReason: null,
};

test("points are to come for the stages ahead, not for what was given or refused", () => {
  const way = wayOf({ stage: "accepted", isOver: false }, day(1), [{ to: "accepted", at: day(2) }]);
  expect(comingRewards(way, [])).toEqual(["accepted", "test-drive", "delivered"]);
  expect(comingRewards(way, [given])).toEqual(["test-drive", "delivered"]);
  expect(comingRewards(way, [{ ...given, notGiven: "month-full" }])).not.toContain("accepted");
  expect(comingRewards(way, [{ ...given, takenBackReason: "other" }])).toContain("accepted");
});

test("one can ask again about what was refused or taken back, and about nothing else", () => {
  expect(isAppealable("visited", [given])).toBe(false);
  expect(isAppealable("submitted", [])).toBe(false);
  expect(isAppealable("declined", [])).toBe(true);
  expect(isAppealable("not-taken", [])).toBe(true);
  expect(isAppealable("visited", [{ ...given, notGiven: "month-full" }])).toBe(true);
  expect(isAppealable("visited", [{ ...given, takenBackReason: "sale-cancelled" }])).toBe(true);
  expect(isAppealable("gone", [{ ...given, takenBackReason: "other" }])).toBe(false);
});
