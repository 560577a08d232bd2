import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { changeCampaign } from "#app/modules/campaigns/save-campaign.server.ts";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { logContact } from "#app/modules/leads/log-contact.server.ts";
import type { LossReason } from "#app/modules/leads/stage.ts";
import { loadBalance } from "#app/modules/ledger/load-balance.server.ts";
import { loadStatement } from "#app/modules/ledger/load-statement.server.ts";
import { verifyLedger } from "#app/modules/ledger/verify-ledger.server.ts";
import { db } from "#app/platform/db.server.ts";
import { aCampaign, anAdmin, aPlan, endCampaigns } from "../../support/campaigns.ts";
import { testDatabase } from "../../support/database.ts";
import { aLead, aReferrer, handedIn, movedTo } from "../../support/leads.ts";
import { aPerson, type TestMember } from "../../support/people.ts";

testDatabase();
beforeAll(() => ensureClub(db()));

let referrer: TestMember;
let seller: number;
beforeEach(async () => {
  await endCampaigns();
  referrer = await aReferrer();
  seller = (await aPerson({ roles: ["sales"] })).id;
});

const day = (number: number) => new Date(Date.UTC(2026, 6, number, 4));

type To = Parameters<typeof movedTo>[1];
const moved = (leadId: number, to: To, at = day(2), reason: LossReason | null = null) =>
  movedTo(leadId, to, { by: seller, at, reason });

async function points(of = referrer, at = day(3)) {
  const { available, pending, debt } = await loadBalance(db(), of.accountId, at);
  return { available, pending, debt };
}

async function lead(of = referrer, changes: Parameters<typeof aLead>[1] = {}) {
  const leadId = await handedIn(aLead(of.id, { at: day(1), ...changes }));
  const contact = { leadId, kind: "call" as const, reached: true, note: "" };
  await logContact({ ...contact, by: seller, requestKey: randomUUID() }, day(2));
  return leadId;
}

async function delivered(leadId: number, at = day(2)) {
  await moved(leadId, "accepted", at);
  await moved(leadId, "delivered", at);
}

const awardsOf = (leadId: number) =>
  db().campaignAward.findMany({ where: { leadId }, orderBy: { id: "asc" } });

describe("points on top of a stage", () => {
  test("are an entry of their own, pending as the delivery's are, and say which campaign", async () => {
    await aCampaign();
    const leadId = await lead();
    await delivered(leadId);
    expect(await points()).toEqual({ available: 50, pending: 2_500, debt: 0 });
    expect(await points(referrer, new Date("2026-07-16T16:00:00Z"))).toMatchObject({
      available: 2_550,
      pending: 0,
    });
    const [award] = await awardsOf(leadId);
    expect(award).toMatchObject({ what: "points", points: 500, notGiven: null });
    const [entry] = await loadStatement(db(), referrer.accountId, { limit: 1 });
    expect(entry).toMatchObject({
      entryId: Number(award?.entryId),
      points: 500,
      meta: { for: "campaign", title: "Spring recommendation", leadId, stage: "delivered" },
    });
  });

  test("a share of the stage's points says of what it is one", async () => {
    await aCampaign({ bonus: { stage: "test-drive", percent: 50 } });
    const leadId = await lead();
    await moved(leadId, "accepted");
    await moved(leadId, "test-drive");
    expect(await points()).toMatchObject({ available: 350 });
    const [entry] = await loadStatement(db(), referrer.accountId, { limit: 1 });
    expect(entry?.meta).toMatchObject({ for: "campaign", base: 200, percent: 50 });
  });

  test("come after the window as well, and not for a friend named outside it", async () => {
    await aCampaign({ firstDay: "2026-07-01", lastDay: "2026-07-01" });
    const inside = await lead(referrer, { at: new Date("2026-07-01T15:59:59Z") });
    const outside = await lead(referrer, { at: new Date("2026-07-01T16:00:00Z") });
    await delivered(inside, day(20));
    await delivered(outside, day(20));
    expect(await awardsOf(inside)).toHaveLength(1);
    expect(await awardsOf(outside)).toHaveLength(0);
  });

  test("of several campaigns the best one counts", async () => {
    await aCampaign({ bonus: { stage: "delivered", points: 300 } });
    const best = await aCampaign({ bonus: { stage: "delivered", percent: 50 } });
    await aCampaign({ bonus: { stage: "delivered", points: 700 } });
    const leadId = await lead();
    await delivered(leadId);
    expect(await points()).toMatchObject({ pending: 3_000 });
    expect(await awardsOf(leadId)).toMatchObject([{ campaignId: best, points: 1_000 }]);
  });

  test("nothing comes on top where the stage brings nothing", async () => {
    await aCampaign();
    await db().roleGrant.create({ data: { personId: referrer.id, role: "desk" } });
    const leadId = await lead();
    await delivered(leadId);
    expect(await awardsOf(leadId)).toEqual([]);
  });
});

describe("for whom it is", () => {
  test("a tier, by how the referrer stands when the friend is named", async () => {
    await aCampaign({ tiers: ["gold"] });
    const leadId = await lead();
    await delivered(leadId);
    expect(await awardsOf(leadId)).toEqual([]);
  });

  test("a model, in whatever width and case it was typed", async () => {
    await aCampaign({ models: ["Tayron"] });
    const friend = { name: "Bo", email: null, locale: "en" as const, note: "" };
    const named = await handedIn(
      aLead(referrer.id, {
        at: day(1),
        friend: { ...friend, phone: "+8613900000001", model: "a ＴＡＹＲＯＮ, blue" },
      }),
    );
    const other = await handedIn(
      aLead(referrer.id, {
        at: day(1),
        friend: { ...friend, phone: "+8613900000002", model: "Golf" },
      }),
    );
    expect(await db().campaignPromise.count({ where: { leadId: named } })).toBe(1);
    expect(await db().campaignPromise.count({ where: { leadId: other } })).toBe(0);
  });

  test("a store, by the lead's when the stage is reached", async () => {
    const store = await db().store.create({ data: { name: "湖滨店" } });
    await aCampaign({ storeIds: [store.id] });
    const here = await lead(referrer, { storeId: store.id });
    const nowhere = await lead();
    await delivered(here);
    await delivered(nowhere);
    expect(await awardsOf(here)).toMatchObject([{ points: 500, notGiven: null }]);
    expect(await awardsOf(nowhere)).toMatchObject([{ points: 0, notGiven: "other-store" }]);
  });
});

describe("what no longer stands is taken back", () => {
  test.each([13, 15])(
    "with a sale that is cancelled after %i days, and given once again",
    async (days) => {
      await aCampaign({ capTotal: 1 });
      const leadId = await lead();
      await delivered(leadId);
      await moved(leadId, "ordered", day(2 + days), "sale-cancelled");
      expect(await points(referrer, day(2 + days))).toEqual({ available: 50, pending: 0, debt: 0 });
      await moved(leadId, "delivered", day(20));
      expect(await points(referrer, day(21))).toMatchObject({ pending: 2_500 });
      expect((await awardsOf(leadId)).map(({ takenBackReason }) => takenBackReason)).toEqual([
        "sale-cancelled",
        null,
      ]);
      expect(await verifyLedger(db())).toMatchObject({ ok: true });
    },
  );

  test("after the last day for it the stage brings nothing on top, and says so", async () => {
    await aCampaign({ lastDay: "2026-07-05", reachBy: "2026-07-10" });
    const intime = await lead();
    await delivered(intime, new Date("2026-07-10T15:59:59Z"));
    expect(await awardsOf(intime)).toMatchObject([{ points: 500 }]);
    await moved(intime, "ordered", day(12), "sale-cancelled");
    await moved(intime, "delivered", day(12));
    expect(await awardsOf(intime)).toMatchObject([{}, { points: 0, notGiven: "too-late" }]);
  });
});

describe("caps", () => {
  test("of twenty deliveries at once with three left, three get it and the others are told", async () => {
    await aCampaign({ capTotal: 3 });
    const referrers = await Promise.all(Array.from({ length: 20 }, () => aReferrer()));
    const leads: number[] = [];
    for (const each of referrers) {
      const leadId = await lead(each);
      await moved(leadId, "accepted");
      leads.push(leadId);
    }
    await Promise.all(leads.map((leadId) => moved(leadId, "delivered")));
    const awards = await db().campaignAward.findMany({ where: { leadId: { in: leads } } });
    expect(awards).toHaveLength(20);
    expect(awards.filter(({ notGiven }) => notGiven === null)).toHaveLength(3);
    expect(awards.filter(({ notGiven }) => notGiven === "all-given")).toHaveLength(17);
    const balances = await Promise.all(referrers.map((each) => points(each)));
    expect(balances.filter(({ pending }) => pending === 2_500)).toHaveLength(3);
    expect(balances.filter(({ pending }) => pending === 2_000)).toHaveLength(17);
  });

  test("one referrer's second friend brings the next best", async () => {
    const best = await aCampaign({ capPerReferrer: 1 });
    const next = await aCampaign({ bonus: { stage: "delivered", points: 100 } });
    const first = await lead();
    const second = await lead();
    await delivered(first);
    await delivered(second);
    expect(await awardsOf(first)).toMatchObject([{ campaignId: best, points: 500 }]);
    expect(await awardsOf(second)).toMatchObject([{ campaignId: next, points: 100 }]);
  });
});

test("who was named before a change keeps what they were promised", async () => {
  const campaignId = await aCampaign({ capTotal: 1 });
  const before = await lead();
  const change = { campaignId, plan: aPlan({ bonus: { stage: "delivered", points: 100 } }) };
  expect(await changeCampaign({ ...change, revision: 2 }, await anAdmin())).toMatchObject({
    ok: true,
  });
  const after = await lead();
  await delivered(after);
  await delivered(before);
  expect(await awardsOf(after)).toMatchObject([{ version: 2, points: 100 }]);
  // The cap is gone today, which is more generous than what they were promised.
  expect(await awardsOf(before)).toMatchObject([{ version: 1, points: 500 }]);
});
