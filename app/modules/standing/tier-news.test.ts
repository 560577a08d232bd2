import { expect, test } from "vitest";
import { TIER_STAGES, type TierStage, tierNews } from "./tier-news.ts";
import type { TierStatus } from "./tier-status.ts";

const silver: TierStatus = {
  standing: { tier: "silver" },
  status: 0,
  way: null,
  keeps: null,
  usualBase: 120,
};
const gold = (phase: "gold" | "grace", points: number): TierStatus => ({
  standing: {
    tier: "gold",
    phase,
    source: "points",
    goldThrough: "2026-11-30",
    keptThrough: "2027-01-29",
  },
  status: 2000 - points,
  usualBase: 120,
  way: null,
  keeps: {
    phase,
    by: phase === "gold" ? "2026-11-30" : "2027-01-29",
    daysLeft: 9,
    points,
    spendMinor: points * 1000,
    services: 1,
  },
});
const price = { duesMinor: 58_800, currency: "CNY" };
const told = (stage: TierStage, standing: TierStatus, cause = "status_points") => {
  const news = tierNews({ stage, cause, lastDay: "2026-11-30" }, standing, price);
  if (!news) return null;
  return news.template === "tier-changed" ? news.props.cause : news.props.phase;
};

test.each([
  ["gold begun is told by what brought it", "began", gold("gold", 0), "status_points"],
  ["gold that is in grace again is not told as begun", "began", gold("grace", 9), null],
  ["a month before the end what is missing is told", "ends-30", gold("gold", 120), "ending"],
  ["who has all it takes is not warned", "ends-30", gold("gold", 0), null],
  ["a week before, again", "ends-7", gold("gold", 1), "ending"],
  ["an end that was a renewal is told as that", "over", gold("gold", 0), "renewed"],
  ["an end with grace tells what keeps gold", "over", gold("grace", 120), "grace"],
  ["an end without grace is the end", "over", silver, "ended"],
  ["before grace ends it is told once more", "grace-14", gold("grace", 120), "grace"],
  ["who has caught up in grace hears nothing of grace", "grace-14", gold("gold", 0), null],
  ["after grace gold has ended", "gone", silver, "ended"],
  ["who is gold again has lost nothing", "gone", gold("gold", 0), null],
] as const)("%s", (_case, stage, standing, expected) => {
  expect(told(stage, standing)).toBe(expected);
});

test("somebody who is silver is never warned", () => {
  for (const stage of TIER_STAGES) expect(String(told(stage, silver))).not.toMatch(/ending|grace/);
});

test("dues and renewals are told as such", () => {
  expect(told("began", gold("gold", 0), "dues")).toBe("dues");
  expect(told("began", gold("gold", 0), "renewed")).toBe("renewed");
});

test("a warning says by when, how many points, and how much money", () => {
  const over = { stage: "over", cause: "imported", lastDay: "2026-11-30" } as const;
  expect(tierNews(over, gold("grace", 120), price)).toEqual({
    template: "tier-warning",
    props: {
      phase: "grace",
      through: "2027-01-29",
      pointsNeeded: 120,
      serviceMinor: 120_000,
      currency: "CNY",
    },
  });
});

test("an end that is no end, since gold goes on otherwise, is no warning", () => {
  const before = { stage: "ends-30", cause: "dues", lastDay: "2026-10-31" } as const;
  expect(tierNews(before, gold("gold", 120), price)).toBeNull();
});

test.each([
  ["who has paid for gold is offered its next year", "dues", 58_800, 58_800],
  ["who has earned it is not", "points", 58_800, undefined],
  ["nobody is where gold is not sold", "dues", 0, undefined],
] as const)("%s", (_case, source, duesMinor, offered) => {
  const standing = gold("gold", 120);
  const ends = { stage: "ends-7", cause: "dues", lastDay: "2026-11-30" } as const;
  const paid = { ...standing, standing: { ...standing.standing, source } } as TierStatus;
  const news = tierNews(ends, paid, { duesMinor, currency: "CNY" });
  expect(news?.template === "tier-warning" && news.props.duesMinor).toBe(offered);
});
