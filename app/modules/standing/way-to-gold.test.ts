import { describe, expect, test } from "vitest";
import { defaultClubRules as rules } from "#app/modules/rulebook/club-rules.ts";
import type { Standing } from "./tier.ts";
import { wayToGold, whatKeepsGold } from "./way-to-gold.ts";

const inGold: Standing = {
  tier: "gold",
  phase: "gold",
  source: "points",
  goldThrough: "2026-09-30",
  keptThrough: "2026-11-29",
};
const inGrace: Standing = { ...inGold, phase: "grace" };

describe("the way to gold", () => {
  test.each([
    [
      "from nothing, by usual services of ¥1,200",
      0,
      [],
      { points: 2000, spendMinor: 2_000_000, services: 17 },
    ],
    ["one usual service away", 1880, [], { points: 120, spendMinor: 120_000, services: 1 }],
    [
      "a point more than a usual service is two",
      1879,
      [],
      { points: 121, spendMinor: 121_000, services: 2 },
    ],
    [
      "by one's own services of 200 points",
      1000,
      [100, 300],
      { points: 1000, spendMinor: 1_000_000, services: 5 },
    ],
    [
      "services that earned nothing are no measure",
      1000,
      [0, 250, 0],
      { points: 1000, spendMinor: 1_000_000, services: 4 },
    ],
    ["a single point is a service", 1999, [500], { points: 1, spendMinor: 1_000, services: 1 }],
    ["nothing is missing", 2000, [], { points: 0, spendMinor: 0, services: 0 }],
    [
      "more than enough is not less than nothing",
      2500,
      [],
      { points: 0, spendMinor: 0, services: 0 },
    ],
    [
      "an award taken back may leave less than nothing",
      -100,
      [],
      { points: 2100, spendMinor: 2_100_000, services: 18 },
    ],
  ])("%s", (_case, status, recentBase, missing) => {
    expect(wayToGold(status, recentBase, rules)).toEqual({
      have: status,
      needed: 2000,
      ...missing,
    });
  });
});

const lasting = (points: number, through: string) => ({ points, through });

describe("what keeps gold", () => {
  test("in gold it has to be done by gold's last day", () => {
    expect(whatKeepsGold(inGold, "2026-09-01", lasting(1880, "2026-09-30"), [], rules)).toEqual({
      phase: "gold",
      by: "2026-09-30",
      daysLeft: 29,
      points: 120,
      spendMinor: 120_000,
      services: 1,
    });
  });

  test("in grace by the last day of grace", () => {
    expect(
      whatKeepsGold(inGrace, "2026-11-28", lasting(1880, "2027-01-09"), [], rules),
    ).toMatchObject({
      by: "2026-11-29",
      daysLeft: 1,
    });
  });

  test("in grace by the last day on which the points it is added to still count", () => {
    const keeps = whatKeepsGold(inGrace, "2026-11-02", lasting(1880, "2026-11-20"), [], rules);
    expect(keeps).toMatchObject({ by: "2026-11-20", daysLeft: 18, points: 120 });
  });

  test("on the last day no day is left, but the day itself", () => {
    expect(
      whatKeepsGold(inGrace, "2026-11-29", lasting(0, "2026-11-29"), [], rules)?.daysLeft,
    ).toBe(0);
  });

  test("silver has no gold to keep", () => {
    expect(
      whatKeepsGold({ tier: "silver" }, "2026-11-29", lasting(0, "2026-11-29"), [], rules),
    ).toBeNull();
  });
});
