import { describe, expect, test } from "vitest";
import type { Payer } from "#app/modules/rulebook/payer.ts";
import { type WorkKind, workKinds } from "#app/modules/rulebook/work-kind.ts";
import { type Earner, type EarningRules, judgeOrder } from "./earning.ts";
import type { RowKind } from "./service-order.ts";

const rules: EarningRules = {
  minorPerPoint: 1000,
  earningKinds: ["maintenance", "repair", "accessories"],
  tierPercent: { silver: 100, gold: 200 },
  programmes: {
    home: { bonusPercent: 0, bonusKinds: [] },
    region: { bonusPercent: 50, bonusKinds: ["maintenance"] },
  },
};

type Order = { rowKind: RowKind; kind: WorkKind; paid: number; payer: Payer };

const anOrder = (change: Partial<Order> = {}): Order => ({
  rowKind: "order",
  kind: "maintenance",
  paid: 128_600,
  payer: "owner",
  ...change,
});
const silver: Earner = { tier: "silver", programme: "home" };
const gold: Earner = { tier: "gold", programme: "home" };
const silverRegion: Earner = { tier: "silver", programme: "region" };
const goldRegion: Earner = { tier: "gold", programme: "region" };

describe("points by tier and programme", () => {
  test.each([
    ["silver earns a point for each ¥10", anOrder(), silver, 128, 128],
    ["gold earns two", anOrder(), gold, 128, 256],
    ["region adds half for maintenance", anOrder(), silverRegion, 128, 192],
    ["region adds half of gold's", anOrder(), goldRegion, 128, 384],
    ["region adds nothing for a repair", anOrder({ kind: "repair" }), goldRegion, 128, 256],
    ["region's half is floored: 127 + 63", anOrder({ paid: 127_000 }), silverRegion, 127, 190],
    [
      "region's half of gold is never broken: 254 + 127",
      anOrder({ paid: 127_000 }),
      goldRegion,
      127,
      381,
    ],
    ["one point alone has no half", anOrder({ paid: 1_999 }), silverRegion, 1, 1],
    ["¥10 exactly is a point", anOrder({ paid: 1_000 }), silver, 1, 1],
    ["a fen under ¥20 is one point", anOrder({ paid: 1_999 }), silver, 1, 1],
    [
      "a programme nobody knows adds nothing",
      anOrder(),
      { tier: "silver", programme: "moon" } as Earner,
      128,
      128,
    ],
  ])("%s", (_case, order, earner, base, points) => {
    expect(judgeOrder(order, earner, rules)).toMatchObject({ base, points, status: base });
  });
});

describe("what earns nothing says why", () => {
  test.each([
    ["a fen under ¥10", anOrder({ paid: 999 }), "too-small"],
    ["nothing paid", anOrder({ paid: 0 }), "too-small"],
    ["a cancellation", anOrder({ rowKind: "cancellation", paid: -128_600 }), "cancelled"],
    ["a cancellation that lost its sign", anOrder({ rowKind: "cancellation" }), "cancelled"],
    ["an insurer's maintenance", anOrder({ payer: "someone-else" }), "paid-by-someone-else"],
    ["a payment nobody knows", anOrder({ payer: "unknown" }), "payment-unknown"],
    ["an accident the owner paid", anOrder({ kind: "accident" }), "kind-earns-nothing"],
  ])("%s", (_case, order, reason) => {
    const award = judgeOrder(order, goldRegion, rules);
    expect(award).toMatchObject({ base: 0, points: 0, status: 0, pending: false });
    expect(award.arithmetic.reason).toBe(reason);
  });

  test("only maintenance, repair and accessories earn", () => {
    const earning = workKinds.filter(
      (kind) => judgeOrder(anOrder({ kind }), silver, rules).points > 0,
    );
    expect(earning).toEqual(["maintenance", "repair", "accessories"]);
  });
});

test("an order on account earns pending points", () => {
  const award = judgeOrder(anOrder({ payer: "on-account" }), gold, rules);
  expect(award).toMatchObject({ points: 256, status: 128, pending: true });
});

test("an order on account that earns nothing is not pending", () => {
  expect(judgeOrder(anOrder({ payer: "on-account", kind: "rework" }), gold, rules).pending).toBe(
    false,
  );
});

test("the arithmetic tells every step", () => {
  expect(judgeOrder(anOrder({ paid: 128_650 }), goldRegion, rules).arithmetic).toEqual({
    reason: "earns",
    paid: 128_650,
    minorPerPoint: 1000,
    base: 128,
    tier: "gold",
    tierPercent: 200,
    afterTier: 256,
    programme: "region",
    programmePercent: 50,
    programmePoints: 128,
  });
});

test("changed rules change the award", () => {
  const generous: EarningRules = {
    ...rules,
    minorPerPoint: 500,
    earningKinds: ["accident"],
    tierPercent: { silver: 150, gold: 300 },
  };
  expect(judgeOrder(anOrder({ kind: "accident", paid: 1_500 }), silver, generous).points).toBe(4);
  expect(judgeOrder(anOrder(), silver, generous).points).toBe(0);
});
