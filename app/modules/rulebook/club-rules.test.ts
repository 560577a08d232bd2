import { describe, expect, test } from "vitest";
import { type EarningRules, judgeOrder } from "#app/modules/service/earning.ts";
import { clubRulesSchema, defaultClubRules } from "./club-rules.ts";

test("the defaults are the product's numbers", () => {
  expect(defaultClubRules).toEqual({
    earning: {
      minorPerPoint: 1000,
      earningKinds: ["maintenance", "repair", "accessories"],
      tierPercent: { silver: 100, gold: 200 },
      programmes: {
        home: { bonusPercent: 0, bonusKinds: [] },
        region: { bonusPercent: 50, bonusKinds: ["maintenance"] },
      },
    },
    tiers: {
      goldStatusPoints: 2000,
      windowMonths: 12,
      goldMonths: 12,
      graceDays: 60,
      goldDuesMinor: 58_800,
      usualServiceMinor: 120_000,
    },
    lapse: { months: 24, remindDaysBefore: [60, 30, 7], graceLotDays: 30 },
    otherEarning: {
      joining: 100,
      birthday: { silver: 100, gold: 200 },
      odometerUpdate: 5,
      odometerUpdatesPerMonth: 1,
      survey: 20,
      leadAccepted: 50,
      leadTestDrive: 200,
      leadDelivered: 2000,
      leadDeliveredPendingDays: 14,
    },
    surveys: { openDays: 21 },
    adjustments: { approvalAbove: 500 },
    claims: { answerWithinWorkingDays: 3, withinMonths: 12 },
    gifts: {
      collectWithinDays: 30,
      remindDaysBefore: 7,
      lapsedPointsReturn: true,
      payWithinDays: 14,
      undoUseMinutes: 10,
      almostServices: 3,
    },
    referrals: {
      holdDays: 90,
      remindHoldDaysBefore: 7,
      firstContactHours: 24,
      acceptedPerMonth: 10,
      vipLeads: 3,
      vipMonths: 12,
      friendWelcome: 100,
      friendConfirms: false,
      evidenceDays: 30,
    },
    finance: { minorPer100Points: 700 },
    joining: { earnsOrdersOfDays: 90 },
  });
});

test("a setting changed alone leaves the others", () => {
  const rules = clubRulesSchema.parse({ earning: { tierPercent: { gold: 300 } } });
  expect(rules.earning.tierPercent).toEqual({ silver: 100, gold: 300 });
  expect({ ...rules, earning: defaultClubRules.earning }).toEqual(defaultClubRules);
});

test("rules saved and read again are the same rules", () => {
  expect(clubRulesSchema.parse(JSON.parse(JSON.stringify(defaultClubRules)))).toEqual(
    defaultClubRules,
  );
});

describe("rules that make no sense are refused", () => {
  test.each([
    ["a point for nothing", { earning: { minorPerPoint: 0 } }],
    ["a broken number of points", { tiers: { goldStatusPoints: 1999.5 } }],
    ["gold for no points at all", { tiers: { goldStatusPoints: 0 } }],
    ["a negative multiplier", { earning: { tierPercent: { silver: -1 } } }],
    ["a kind of work that does not exist", { earning: { earningKinds: ["polishing"] } }],
    ["lapse at once", { lapse: { months: 0 } }],
    ["a setting nobody knows", { tires: {} }],
    ["a programme named like code", { earning: { programmes: { "Home!": {} } } }],
  ])("%s", (_case, input) => {
    expect(clubRulesSchema.safeParse(input).success).toBe(false);
  });
});

test("service orders are judged by these rules as they stand", () => {
  const rules: EarningRules = defaultClubRules.earning;
  const order = { rowKind: "order", kind: "maintenance", paid: 128_600, payer: "owner" } as const;
  expect(judgeOrder(order, { tier: "gold", programme: "home" }, rules).points).toBe(256);
});
