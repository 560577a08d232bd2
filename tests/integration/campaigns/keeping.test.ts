import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  discardCampaign,
  publishCampaign,
  stopCampaign,
} from "#app/modules/campaigns/act-on-campaign.server.ts";
import { loadCampaign } from "#app/modules/campaigns/load-campaign.server.ts";
import { loadCampaigns } from "#app/modules/campaigns/load-campaigns.server.ts";
import { loadOffers, loadOffersOfLead } from "#app/modules/campaigns/load-offers.server.ts";
import { beginCampaign, changeCampaign } from "#app/modules/campaigns/save-campaign.server.ts";
import { loadVipBenefits, saveVipBenefits } from "#app/modules/campaigns/vip-benefits.server.ts";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { becomeReferrer } from "#app/modules/referrers/become-referrer.server.ts";
import { db } from "#app/platform/db.server.ts";
import { aCampaign, anAdmin, aPlan, endCampaigns } from "../../support/campaigns.ts";
import { testDatabase } from "../../support/database.ts";
import { aLead, aReferrer, handedIn } from "../../support/leads.ts";
import { aPerson } from "../../support/people.ts";

testDatabase();
beforeAll(() => ensureClub(db()));
beforeEach(() => endCampaigns());

describe("a campaign is written", () => {
  test("as a draft, once for one form, and published when nothing is missing", async () => {
    const admin = await anAdmin();
    const key = randomUUID();
    const unfinished = aPlan({ bonus: null, title: { en: "Spring", zh: "" } });
    const [campaignId, again] = [
      await beginCampaign(unfinished, key, admin),
      await beginCampaign(unfinished, key, admin),
    ];
    expect(again).toBe(campaignId);
    expect(await publishCampaign({ campaignId, revision: 1 }, admin)).toEqual({
      ok: false,
      refusal: "unfinished",
      needs: ["title", "brings"],
    });
    await changeCampaign({ campaignId, plan: aPlan(), revision: 1 }, admin);
    expect(await publishCampaign({ campaignId, revision: 2 }, admin)).toEqual({ ok: true });
    expect(await publishCampaign({ campaignId, revision: 2 }, admin)).toEqual({ ok: true });
    expect(await loadCampaign(db(), campaignId)).toMatchObject({
      standing: "running",
      version: 1,
      check: { needs: [] },
    });
    const lines = await db().auditEntry.findMany({ where: { subject: `campaign:${campaignId}` } });
    expect(lines.map(({ action }) => action).sort()).toEqual([
      "campaign.begun",
      "campaign.changed",
      "campaign.published",
    ]);
  });

  test("by two at once: the second is told, and nothing is written over", async () => {
    const campaignId = await aCampaign();
    const plans = [aPlan({ capTotal: 1 }), aPlan({ capTotal: 2 })];
    const admin = await anAdmin();
    const answers = await Promise.all(
      plans.map((plan) => changeCampaign({ campaignId, plan, revision: 2 }, admin)),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers).toContainEqual({ ok: false, refusal: "changed-meanwhile" });
    const page = await loadCampaign(db(), campaignId);
    expect(page?.version).toBe(2);
    expect(page?.versions).toHaveLength(2);
  });

  test("what runs cannot lose what it needs, and saving it unchanged makes no version", async () => {
    const campaignId = await aCampaign();
    const admin = await anAdmin();
    const change = (plan: ReturnType<typeof aPlan>) =>
      changeCampaign({ campaignId, plan, revision: 2 }, admin);
    expect(await change(aPlan({ bonus: null }))).toMatchObject({ needs: ["brings"] });
    expect(await change(aPlan())).toMatchObject({ ok: true });
    expect((await loadCampaign(db(), campaignId))?.versions).toHaveLength(1);
  });

  test("a draft is thrown away, what was published is not", async () => {
    const admin = await anAdmin();
    const draft = { campaignId: await beginCampaign(aPlan(), randomUUID(), admin), revision: 1 };
    expect(await discardCampaign(draft, admin)).toEqual({ ok: true });
    expect(await loadCampaign(db(), draft.campaignId)).toBeNull();
    const running = { campaignId: await aCampaign(), revision: 2 };
    expect(await discardCampaign(running, admin)).toMatchObject({ refusal: "published" });
  });

  test("one that was stopped takes nobody in, keeps its promises, and is changed no more", async () => {
    const campaignId = await aCampaign();
    const referrer = await aReferrer();
    const before = await handedIn(aLead(referrer.id));
    const admin = await anAdmin();
    expect(await stopCampaign({ campaignId, revision: 2 }, admin)).toEqual({ ok: true });
    const after = await handedIn(aLead(referrer.id));
    expect(await loadOffersOfLead(db(), before)).toHaveLength(1);
    expect(await loadOffersOfLead(db(), after)).toEqual([]);
    expect(
      await changeCampaign({ campaignId, plan: aPlan({ capTotal: 9 }), revision: 3 }, admin),
    ).toMatchObject({ refusal: "stopped" });
  });

  test("the list goes on where a page ended", async () => {
    const ids = [await aCampaign(), await aCampaign(), await aCampaign()];
    const first = await loadCampaigns(db(), { before: null, limit: 2 });
    expect(first.campaigns.map(({ campaignId }) => campaignId)).toEqual([ids[2], ids[1]]);
    const next = await loadCampaigns(db(), { before: first.olderBefore, limit: 2 });
    expect(next.campaigns[0]?.campaignId).toBe(ids[0]);
  });
});

describe("who reads of it", () => {
  test("those for whom it is, from its first day to its last", async () => {
    await aCampaign({ firstDay: "2026-04-23", lastDay: "2026-05-07", tiers: ["none"] });
    const stranger = await aPerson({ roles: ["referrer"] });
    await becomeReferrer(db(), stranger.id);
    const on = (instant: string) => loadOffers(db(), stranger.id, new Date(instant));
    expect(await on("2026-04-22T15:59:59Z")).toEqual([]);
    expect(await on("2026-04-22T16:00:00Z")).toMatchObject([{ lastDay: "2026-05-07" }]);
    expect(await on("2026-05-07T15:59:59Z")).toHaveLength(1);
    expect(await on("2026-05-07T16:00:00Z")).toEqual([]);
    const member = await aReferrer();
    expect(await loadOffers(db(), member.id, new Date("2026-04-23T04:00:00Z"))).toEqual([]);
  });

  test("a friend does not learn what it brings the referrer", async () => {
    await aCampaign();
    const leadId = await handedIn(aLead((await aReferrer()).id));
    const [offer] = await loadOffersOfLead(db(), leadId);
    expect(offer).toMatchObject({ title: { en: "Spring recommendation" }, bonus: null });
    expect(JSON.stringify(offer)).not.toContain("500");
  });
});

test("what VIP referrers get is shown as it was saved last; empty, nothing is", async () => {
  const admin = await anAdmin();
  expect(await loadVipBenefits(db())).toBeNull();
  const both = await Promise.all(
    ["A seat", "A wash"].map((en) => saveVipBenefits({ en, zh: "座位", seen: 0 }, admin)),
  );
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await loadVipBenefits(db())).toMatchObject({ zh: "座位" });
  await saveVipBenefits({ en: "", zh: "", seen: 1 }, admin);
  expect(await loadVipBenefits(db())).toBeNull();
});
