import { expect, test } from "vitest";
import { isForModel, isForReferrer } from "./whom.ts";

const silver = { tier: "silver" as const, programme: "home" };
const stranger = { tier: "none" as const, programme: null };

test("a campaign that names nobody is for everybody", () => {
  const all = { tiers: [], programmes: [] };
  expect(isForReferrer(all, silver)).toBe(true);
  expect(isForReferrer(all, stranger)).toBe(true);
});

test.each([
  ["a tier", { tiers: ["gold" as const], programmes: [] }, silver, false],
  ["its own tier", { tiers: ["gold" as const, "silver" as const], programmes: [] }, silver, true],
  ["who is not in the club", { tiers: ["none" as const], programmes: [] }, stranger, true],
  ["a programme", { tiers: [], programmes: ["home"] }, silver, true],
  ["another programme", { tiers: [], programmes: ["region"] }, silver, false],
  [
    "a programme, of which a stranger has none",
    { tiers: [], programmes: ["home"] },
    stranger,
    false,
  ],
  ["both", { tiers: ["silver" as const], programmes: ["region"] }, silver, false],
])("one for %s", (_case, plan, referrer, isFor) => {
  expect(isForReferrer(plan, referrer)).toBe(isFor);
});

test.each([
  [[], "", true],
  [[], "anything", true],
  [["Tayron"], "Tayron X", true],
  [["Tayron"], "a ｔａｙ ron", true],
  [["Tayron"], "", false],
  [["Tayron"], "Golf", false],
  [["Tayron", "高尔夫"], "想看高 尔夫", true],
  [[" "], "Golf", true],
])("of the models %j, %j is one: %s", (models, typed, isOne) => {
  expect(isForModel(models, typed)).toBe(isOne);
});
