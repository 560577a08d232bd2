import { beforeEach, expect, test } from "vitest";
import { earnPoints } from "#app/modules/ledger/earn-points.server.ts";
import { tellOfTiers } from "#app/modules/standing/tell-of-tiers.server.ts";
import { db } from "#app/platform/db.server.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import { aMember, type TestMember } from "../../support/people.ts";

freshDatabase();

const now = new Date("2026-11-21T04:00:00Z");
const endOf = (day: string) => new Date(`${day}T16:00:00Z`);
let member: TestMember;

beforeEach(async () => {
  member = await aMember();
  await db().member.update({
    where: { id: member.memberId },
    data: { createdAt: new Date("2024-03-01T00:00:00Z") },
  });
});

const gold = (from: string, until: Date | null, cause = "status_points", more = {}) =>
  db().tierPeriod.create({
    data: {
      memberId: member.memberId,
      tier: "gold",
      startsAt: new Date(from),
      endsAt: until,
      cause,
      ...more,
    },
  });
const status = (points: number, on: string) =>
  earnPoints(
    db(),
    {
      scope: "service",
      key: on,
      accountId: member.accountId,
      points,
      statusPoints: points,
      availableAt: new Date(on),
      lapsesAt: new Date("2028-12-01"),
      effectiveAt: new Date(on),
      meta: { for: "survey", ruleVersion: 1 },
    },
    now,
  );
const letters = async () =>
  (await db().mail.findMany({ orderBy: { id: "asc" } })).map(({ template, props }) => {
    const { cause, phase, through } = props as Record<string, string | null>;
    return [template, cause ?? phase, through];
  });

test("gold earned a moment ago is told, once however often one looks", async () => {
  await status(2_500, "2026-11-20T02:00:00Z");
  await gold("2026-11-20T02:00:00.001Z", endOf("2027-11-30"));
  expect(await tellOfTiers(db(), now)).toBe(1);
  expect(await tellOfTiers(db(), now)).toBe(0);
  expect(await letters()).toEqual([["tier-changed", "status_points", "2027-11-30"]]);
});

test("gold that is kept anew from the same facts is not told again", async () => {
  await status(2_500, "2026-11-20T02:00:00Z");
  const { id } = await gold("2026-11-20T02:00:00.001Z", endOf("2027-11-30"));
  await tellOfTiers(db(), now);
  await db().tierPeriod.delete({ where: { id } });
  await gold("2026-11-20T02:00:00.001Z", endOf("2027-11-30"));
  expect(await tellOfTiers(db(), now)).toBe(0);
});

test("gold of long ago, of a roll or of an admin's hand is no news here", async () => {
  await gold("2026-06-01T00:00:00Z", endOf("2027-06-30"));
  await gold("2026-11-19T00:00:00Z", endOf("2027-06-30"), "imported");
  await gold("2026-11-19T00:00:00Z", endOf("2027-06-30"), "granted");
  expect(await tellOfTiers(db(), now)).toBe(0);
});

test("a month and a week before its end it is said what keeps gold", async () => {
  await gold("2025-11-19T00:00:00Z", endOf("2026-11-30"));
  await status(1_880, "2026-05-05T02:00:00Z");
  await tellOfTiers(db(), now);
  await tellOfTiers(db(), new Date("2026-11-25T04:00:00Z"));
  expect(await letters()).toEqual([
    ["tier-warning", "ending", "2026-11-30"],
    ["tier-warning", "ending", "2026-11-30"],
  ]);
  const mail = await db().mail.findFirstOrThrow();
  expect(mail.props).toMatchObject({ pointsNeeded: 120, serviceMinor: 120_000, currency: "CNY" });
});

test("whoever has what it takes is not warned, and is told of the renewal", async () => {
  await gold("2025-11-19T00:00:00Z", endOf("2026-11-30"));
  await status(2_300, "2026-05-05T02:00:00Z");
  expect(await tellOfTiers(db(), now)).toBe(0);
  expect(await tellOfTiers(db(), new Date("2026-12-01T04:00:00Z"))).toBe(1);
  expect(await letters()).toEqual([["tier-changed", "renewed", "2027-11-30"]]);
});

test("a renewal that is kept meanwhile is not told a second time", async () => {
  await gold("2025-11-19T00:00:00Z", endOf("2026-11-30"));
  await status(2_300, "2026-05-05T02:00:00Z");
  await tellOfTiers(db(), new Date("2026-12-01T04:00:00Z"));
  await gold("2026-11-30T16:00:00Z", endOf("2027-11-30"), "renewed");
  expect(await tellOfTiers(db(), new Date("2026-12-01T05:00:00Z"))).toBe(0);
});

test("grace is told when it begins and before it ends, and then the end", async () => {
  await gold("2025-09-19T00:00:00Z", endOf("2026-09-30"));
  await status(500, "2026-08-05T02:00:00Z");
  await tellOfTiers(db(), new Date("2026-10-01T04:00:00Z"));
  await tellOfTiers(db(), new Date("2026-11-20T04:00:00Z"));
  await tellOfTiers(db(), new Date("2026-12-05T04:00:00Z"));
  expect((await letters()).map(([, what]) => what)).toEqual(["grace", "grace", "ended"]);
});

test("a grant that was taken back by hand is not told as ended too", async () => {
  await gold("2026-01-19T00:00:00Z", endOf("2026-11-18"), "granted", { withdrawnBy: 1 });
  expect(await tellOfTiers(db(), now)).toBe(0);
});

test("an end before the member was here is no news", async () => {
  await gold("2025-09-19T00:00:00Z", endOf("2026-09-30"), "imported");
  await db().member.update({ where: { id: member.memberId }, data: { createdAt: now } });
  expect(await tellOfTiers(db(), now)).toBe(0);
});

test("hundreds of moments are worked off page by page", async () => {
  await gold("2025-11-19T00:00:00Z", endOf("2026-11-30"));
  await db().$executeRaw`
    insert into tier_period (member_id, tier, starts_at, ends_at, cause)
    select ${member.memberId}, 'gold', '2026-01-01', timestamptz '2026-11-22' + n * interval '1 minute', 'imported'
    from generate_series(1, 1200) n`;
  await tellOfTiers(db(), now);
  expect(await db().tierNotice.count()).toBe(1201);
});
