import { expect, test } from "vitest";
import type { CampaignPlan } from "./campaign.ts";
import { checkCampaign } from "./missing.ts";

const whole: CampaignPlan = {
  title: { en: "Spring", zh: "春季" },
  about: { en: "Recommend a friend.", zh: "推荐好友。" },
  firstDay: "2026-04-23",
  lastDay: "2026-05-07",
  reachBy: "2026-12-31",
  tiers: [],
  programmes: [],
  storeIds: [],
  models: [],
  bonus: { stage: "delivered", points: 500 },
  variantId: null,
  capPerReferrer: 1,
  capTotal: 100,
};
const how = { today: "2026-04-01", languages: ["en", "zh"] as const, gift: null };
const needs = (changes: Partial<CampaignPlan>, at: Partial<typeof how> = {}) =>
  checkCampaign({ ...whole, ...changes }, { ...how, ...at }).needs;

test("one that is whole needs nothing", () => {
  expect(checkCampaign(whole, how)).toEqual({ needs: [], advice: [] });
});

test.each([
  ["a title in each language of the club", { title: { en: "Spring", zh: "" } }, ["title"]],
  ["a text in each language of the club", { about: { en: "", zh: "推荐好友。" } }, ["about"]],
  ["both days", { lastDay: null }, ["days"]],
  ["something that it brings", { bonus: null }, ["brings"]],
  ["a gift that can be had", { variantId: 7 }, ["gift"]],
])("it needs %s", (_case, changes, lacks) => {
  expect(needs(changes)).toEqual(lacks);
});

test("its last day is not over", () => {
  expect(needs({}, { today: "2026-05-07" })).toEqual([]);
  expect(needs({}, { today: "2026-05-08" })).toEqual(["over"]);
});

test("a club of one language needs no other", () => {
  const zh = { ...how, languages: ["zh"] as const };
  expect(checkCampaign({ ...whole, title: { en: "", zh: "春季" } }, zh).needs).toEqual([]);
});

test("what an admin should think of", () => {
  const gift = { free: 99 };
  expect(checkCampaign({ ...whole, variantId: 7 }, { ...how, gift }).advice).toEqual([
    "few-pieces",
  ]);
  const endless = { ...whole, reachBy: null, capTotal: null };
  expect(checkCampaign(endless, how).advice).toEqual(["no-end", "no-cap"]);
});
