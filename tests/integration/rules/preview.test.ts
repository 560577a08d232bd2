import { beforeEach, expect, test } from "vitest";
import { type ClubRules, defaultClubRules } from "#app/modules/rulebook/club-rules.ts";
import { previewRules } from "#app/modules/rules/preview-rules.server.ts";
import { db } from "#app/platform/db.server.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import {
  allPoints,
  anExport,
  aRoll,
  bringOrders,
  bringRoll,
  importDay,
} from "../../support/imports.ts";

freshDatabase();

beforeEach(async () => {
  await bringRoll(
    aRoll(
      { number: "M00010009", plate: "沪A10001" },
      {
        number: "M00010017",
        plate: "沪A10002",
        tier: "gold",
        until: "2027-12-31",
        programme: "region",
      },
    ),
  );
  await bringOrders(
    anExport(
      { number: "RO1", plate: "沪A10001", on: "2026-11-20", paid: 1000 },
      { number: "RO2", plate: "沪A10001", on: "2026-11-10", paid: 505, kind: "维修" },
      // Just inside of the thirty days, and just outside.
      { number: "RO3", plate: "沪A10001", on: "2026-10-22 00:00", paid: 1000 },
      { number: "RO4", plate: "沪A10001", on: "2026-10-21 23:59", paid: 15_000 },
      { number: "RO5", plate: "沪A10002", on: "2026-11-15", paid: 1286 },
      { number: "RO6", plate: "沪A10002", on: "2026-11-16", paid: 5000, kind: "事故" },
      { number: "RO7", plate: "沪A99999", on: "2026-11-16", paid: 5000 },
    ),
  );
});

const preview = (after: ClubRules, before: ClubRules = defaultClubRules) =>
  previewRules(db(), { before, after }, importDay);
const withEarning = (earning: Partial<ClubRules["earning"]>): ClubRules => ({
  ...defaultClubRules,
  earning: { ...defaultClubRules.earning, ...earning },
});

test("the same rules change nothing, and are what the orders have earned", async () => {
  const result = await preview(defaultClubRules);
  // 100 + 50 + 100 silver; 128 × 2 gold + 50 %.
  expect(result).toMatchObject({
    from: "2026-10-22",
    orders: 5,
    changed: 0,
    before: 250 + 384,
    after: 250 + 384,
    complete: true,
    topOrders: [],
    topMembers: [],
  });
});

test("a multiplier changes the orders of its tier, and nothing is booked", async () => {
  const before = await allPoints();
  const result = await preview(withEarning({ tierPercent: { silver: 100, gold: 300 } }));
  expect(result).toMatchObject({ before: 634, after: 250 + 576, changed: 1 });
  expect(result.byTier).toEqual([
    { key: "silver", orders: 3, before: 250, after: 250 },
    { key: "gold", orders: 2, before: 384, after: 576 },
  ]);
  expect(result.byProgramme).toContainEqual({ key: "region", orders: 2, before: 384, after: 576 });
  expect(result.topOrders).toMatchObject([{ number: "RO5", member: "M00010017" }]);
  expect(result.topMembers).toMatchObject([{ number: "M00010017", before: 384, after: 576 }]);
  expect(await allPoints()).toEqual(before);
});

test("a kind of work that no longer earns is seen by its kind", async () => {
  const result = await preview(withEarning({ earningKinds: ["maintenance"] }));
  expect(result.byKind).toContainEqual({ key: "repair", orders: 1, before: 50, after: 0 });
  expect(result.changed).toBe(1);
});

test("a lower threshold makes gold of who had enough when the thirty days began", async () => {
  const after = {
    ...defaultClubRules,
    tiers: { ...defaultClubRules.tiers, goldStatusPoints: 1500 },
  };
  const result = await preview(after);
  expect(result.gold).toEqual({ before: 1, after: 2 });
  // RO3 was settled at that very instant, before gold begins.
  expect(result.topMembers).toMatchObject([{ number: "M00010009", before: 250, after: 400 }]);
});

test("a programme that goes leaves its members without the bonus", async () => {
  const { home } = defaultClubRules.earning.programmes;
  const result = await preview(withEarning({ programmes: home ? { home } : {} }));
  expect(result.topMembers).toMatchObject([{ number: "M00010017", before: 384, after: 256 }]);
});
