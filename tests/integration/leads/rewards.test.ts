import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { logContact } from "#app/modules/leads/log-contact.server.ts";
import { moveLead } from "#app/modules/leads/move-lead.server.ts";
import type { LossReason, Stage } from "#app/modules/leads/stage.ts";
import { loadBalance } from "#app/modules/ledger/load-balance.server.ts";
import { clubRulesSchema } from "#app/modules/rulebook/club-rules.ts";
import { forgetRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aLead, aReferrer, handedIn } from "../../support/leads.ts";
import { aPerson, type TestMember } from "../../support/people.ts";

testDatabase();
beforeAll(() => ensureClub(db()));

let referrer: TestMember;
let consultant: { by: number; address: string };
beforeEach(async () => {
  referrer = await aReferrer();
  consultant = { by: (await aPerson({ roles: ["sales"] })).id, address: "192.0.2.1" };
});

const day = (number: number) => new Date(Date.UTC(2026, 6, number, 4));

async function moved(leadId: number, to: Stage, at = day(2), reason: LossReason | null = null) {
  const to_ = to as Exclude<Stage, "submitted">;
  const answer = await moveLead({ leadId, to: to_, reason, revision: null }, consultant, at);
  expect(answer).toMatchObject({ ok: true });
}

const met = (leadId: number, at = day(2)) =>
  logContact(
    {
      leadId,
      kind: "call",
      reached: true,
      note: "",
      by: consultant.by,
      requestKey: randomUUID(),
    },
    at,
  );

async function points(at = day(3)) {
  const { available, pending } = await loadBalance(db(), referrer.accountId, at);
  return { available, pending };
}

const lead = (at = day(1)) => handedIn(aLead(referrer.id, { at }));

describe("a lead brings its points by stage", () => {
  test("accepted brings nothing before the friend was reached, and then 50, once", async () => {
    const leadId = await lead();
    await moved(leadId, "accepted");
    expect(await points()).toMatchObject({ available: 0 });
    await met(leadId);
    await met(leadId);
    expect(await points()).toMatchObject({ available: 50, pending: 0 });
  });

  test("test drive 200 at once, delivery 2,000 after fourteen days", async () => {
    const leadId = await lead();
    await met(leadId);
    for (const stage of ["accepted", "test-drive", "ordered", "delivered"] as const) {
      await moved(leadId, stage);
    }
    expect(await points()).toEqual({ available: 250, pending: 2_000 });
    // Available from midnight in Shanghai after the fourteenth day.
    expect(await points(new Date("2026-07-16T15:59:59Z"))).toMatchObject({ available: 250 });
    expect(await points(new Date("2026-07-16T16:00:00Z"))).toEqual({
      available: 2_250,
      pending: 0,
    });
  });

  test("twenty at once move it once", async () => {
    const leadId = await lead();
    await met(leadId);
    await moved(leadId, "accepted");
    await Promise.all(Array.from({ length: 20 }, () => moved(leadId, "test-drive")));
    expect(await points()).toMatchObject({ available: 250 });
  });
});

describe("what no longer stands is taken back", () => {
  test.each([13, 15])("a sale that is cancelled after %i days", async (days) => {
    const leadId = await lead();
    await met(leadId);
    for (const stage of ["accepted", "ordered", "delivered"] as const) await moved(leadId, stage);
    await moved(leadId, "ordered", day(2 + days), "sale-cancelled");
    expect(await points(day(2 + days))).toEqual({ available: 50, pending: 0 });
    const reward = await db().leadReward.findFirstOrThrow({
      where: { leadId, stage: "delivered" },
    });
    expect(reward).toMatchObject({ points: 2_000, takenBackReason: "sale-cancelled" });
  });

  test("a stage moved back and forward again brings its points once", async () => {
    const leadId = await lead();
    await met(leadId);
    for (const stage of ["accepted", "test-drive"] as const) await moved(leadId, stage);
    await moved(leadId, "contacted", day(3), "other");
    expect(await points(day(4))).toMatchObject({ available: 50 });
    await moved(leadId, "test-drive", day(4));
    expect(await points(day(5))).toMatchObject({ available: 250 });
  });
});

describe("who gets nothing", () => {
  test("the eleventh accepted in a month brings none, in the next month again", async () => {
    const accept = async (at: Date) => {
      const leadId = await lead(at);
      await met(leadId, at);
      await moved(leadId, "accepted", at);
      return db().leadReward.findFirstOrThrow({ where: { leadId } });
    };
    for (let n = 0; n < 10; n++) expect(await accept(day(5))).toMatchObject({ points: 50 });
    // The last second of July in Shanghai, and the first of August.
    const last = new Date("2026-07-31T15:59:59Z");
    expect(await accept(last)).toMatchObject({ points: 0, notGiven: "month-full" });
    expect(await accept(new Date("2026-07-31T16:00:00Z"))).toMatchObject({ points: 50 });
  });

  test("of fourteen that are accepted at once ten bring points in a month", async () => {
    const ids: number[] = [];
    for (let n = 0; n < 14; n++) ids.push(await lead());
    for (const leadId of ids) await met(leadId);
    await Promise.all(ids.map((leadId) => moved(leadId, "accepted")));
    expect(await points()).toMatchObject({ available: 500 });
  });

  test("whoever works here by then", async () => {
    const leadId = await lead();
    await met(leadId);
    await db().roleGrant.create({ data: { personId: referrer.id, role: "sales" } });
    await moved(leadId, "accepted");
    expect(await points()).toMatchObject({ available: 0 });
    expect(await db().leadReward.findFirstOrThrow({ where: { leadId } })).toMatchObject({
      notGiven: "staff",
    });
  });
});

test("a stage for which the club gives nothing is reached all the same", async () => {
  const startsAt = new Date("2027-01-01T00:00:00+08:00");
  const settings = clubRulesSchema.parse({ otherEarning: { leadAccepted: 0, leadTestDrive: 0 } });
  await db().ruleVersion.create({
    data: { version: 2, startsAt, settings, note: "", createdBy: null },
  });
  forgetRuleBook();
  const at = new Date("2027-01-04T04:00:00Z");
  const leadId = await lead(at);
  await met(leadId, at);
  for (const stage of ["accepted", "test-drive", "contacted"] as const) {
    await moved(leadId, stage, at, stage === "contacted" ? "other" : null);
  }
  expect(await points(at)).toEqual({ available: 0, pending: 0 });
});
