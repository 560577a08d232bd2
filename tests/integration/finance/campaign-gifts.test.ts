import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { handOutGift } from "#app/modules/campaigns/waiting-gifts.server.ts";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { financeFile } from "#app/modules/finance/finance-file.server.ts";
import {
  loadGivenByCampaigns,
  loadPromisedByCampaigns,
} from "#app/modules/finance/load-campaign-gifts.server.ts";
import { loadGiftCost } from "#app/modules/finance/load-gift-cost.server.ts";
import { handOver, undoHandOver } from "#app/modules/redemptions/hand-over.server.ts";
import { recordVoucherUse } from "#app/modules/redemptions/record-voucher-use.server.ts";
import { becomeReferrer } from "#app/modules/referrers/become-referrer.server.ts";
import { clubTime } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";
import { aCampaign } from "../../support/campaigns.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import { aGift, aKeeper, aStore, redemptionOf } from "../../support/gifts.ts";
import { aLead, aReferrer, handedIn, movedTo } from "../../support/leads.ts";
import { aPerson, type TestMember } from "../../support/people.ts";

freshDatabase();
beforeEach(async () => {
  await ensureClub(db(), { currency: "CNY", timeZone: "Asia/Shanghai" });
  await aStore();
});

const time = clubTime("Asia/Shanghai");
const today = time.dayOf(new Date());
const thisMonth = today.slice(0, 7);
const SPRING = { en: "Spring recommendation", zh: "春季推荐" };
const named = new Date("2026-07-01T04:00:00Z");

const given = (month = thisMonth) => loadGivenByCampaigns(db(), month, time);
const promised = (day = today) => loadPromisedByCampaigns(db(), day, time);
const giftCampaign = (variantId: number) => aCampaign({ bonus: null, variantId });
const moved = async (leadId: number, to: Parameters<typeof movedTo>[1]) =>
  movedTo(leadId, to, {
    by: (await aPerson({ roles: ["sales"] })).id,
    at: new Date("2026-07-02T04:00:00Z"),
  });

/** A friend whom somebody named, on their way. */
async function underWay(of: { id: number }): Promise<number> {
  const leadId = await handedIn(aLead(of.id, { at: named }));
  await moved(leadId, "accepted");
  return leadId;
}

async function delivered(of: { id: number }) {
  const leadId = await underWay(of);
  await moved(leadId, "delivered");
  return db().campaignAward.findFirstOrThrow({ where: { leadId } });
}

const fetches = async (redemptionId: number | null, { memberId }: TestMember) =>
  handOver(redemptionId as number, { memberId, collector: "owner" }, await aKeeper());

test("without campaigns there is nothing", async () => {
  expect(await given()).toEqual([]);
  expect(await promised()).toEqual([]);
});

test("a gift is promised while a friend is under way, won at their delivery, and given at the desk", async () => {
  const mug = await aGift({ costMinor: 1_200 });
  const campaignId = await giftCampaign(mug.variantId);
  const referrer = await aReferrer();
  const leadId = await underWay(referrer);
  await underWay(await aReferrer());
  const of = { campaignId, variantId: mug.variantId, campaign: SPRING, currency: "CNY" };
  expect(await promised()).toMatchObject([
    { ...of, won: 0, costMinor: 0, since: null, friends: 2, mostMinor: 2_400 },
  ]);

  await moved(leadId, "delivered");
  const award = await db().campaignAward.findFirstOrThrow({ where: { leadId } });
  expect(await promised()).toMatchObject([
    { ...of, won: 1, costMinor: 1_200, since: "2026-07-02", friends: 1, mostMinor: 1_200 },
  ]);
  expect(await given()).toEqual([]);

  await fetches(award.redemptionId, referrer);
  const { name } = await db().person.findUniqueOrThrow({ where: { id: referrer.id } });
  const { titleEn, titleZh } = await redemptionOf(award.redemptionId as number);
  expect(await given()).toEqual([
    {
      ...{ awardId: award.id, date: today, campaign: SPRING, costMinor: 1_200, currency: "CNY" },
      gift: { en: titleEn, zh: titleZh },
      referrer: `${name} ${referrer.number}`,
      pieces: 1,
    },
  ]);
  expect(await given("2026-07")).toEqual([]);
  expect(await promised()).toMatchObject([{ won: 0, friends: 1 }]);
  expect(await loadGiftCost(db(), [thisMonth], time)).toMatchObject([
    { why: "campaign", pieces: 1, costMinor: 1_200 },
  ]);

  const asked = { asked: { day: today, booked: today }, today, time, locale: "zh-CN" } as const;
  const file = await financeFile(db(), "campaign-gifts", asked);
  expect(file).toContain(`春季推荐,`);
  expect(file).toContain(`${name} ${referrer.number},1,12,CNY`);
  const still = await financeFile(db(), "campaign-gifts-promised", { ...asked, locale: "en" });
  expect(still).toContain(",0,,0,1,12,CNY");

  await undoHandOver(award.redemptionId as number, "Wrong person", await aKeeper());
  expect(await given()).toEqual([]);
  expect(await promised()).toMatchObject([{ won: 1, friends: 1 }]);
});

test("to a referrer who is not in the club it costs as much, and a voucher by its uses", async () => {
  const mug = await aGift({ costMinor: 1_200 });
  await giftCampaign(mug.variantId);
  const person = await aPerson({ roles: ["referrer"] });
  await becomeReferrer(db(), person.id);
  const award = await delivered(person);
  expect(await promised()).toMatchObject([{ won: 1, costMinor: 1_200, friends: 0 }]);
  expect(await handOutGift(award.id, await aKeeper())).toEqual({ ok: true });
  const { name } = await db().person.findUniqueOrThrow({ where: { id: person.id } });
  expect(await given()).toMatchObject([{ referrer: name, costMinor: 1_200 }]);
  expect(await promised()).toEqual([]);

  const wash = await aGift({
    points: 900,
    fulfilment: "voucher",
    voucherUses: 4,
    costMinor: 2_000,
  });
  await giftCampaign(wash.variantId);
  const washes = await delivered(await aReferrer());
  expect(await promised()).toMatchObject([{ won: 1, costMinor: 2_000 }]);
  const { voucher } = await redemptionOf(washes.redemptionId as number);
  const used = { storeId: await aStore(), requestKey: randomUUID() };
  await recordVoucherUse(voucher?.code ?? "", used, await aKeeper());
  expect(await given()).toMatchObject([
    { pieces: 1, costMinor: 500 },
    { pieces: 1, costMinor: 1_200 },
  ]);
  expect(await promised()).toMatchObject([{ won: 1, costMinor: 1_500 }]);
  expect(await loadGiftCost(db(), [thisMonth], time)).toMatchObject([
    { why: "campaign", costMinor: 1_700 },
  ]);
});

test("a gift whose cost nobody knows is given all the same", async () => {
  const mug = await aGift();
  await giftCampaign(mug.variantId);
  const referrer = await aReferrer();
  const { redemptionId } = await delivered(referrer);
  expect(await promised()).toMatchObject([{ won: 1, costMinor: null, mostMinor: null }]);
  await fetches(redemptionId, referrer);
  expect(await given()).toMatchObject([{ costMinor: null }]);
});

test("nothing is promised by a friend who is lost, by a day that is past, or without a referrer", async () => {
  const mug = await aGift({ costMinor: 1_200 });
  const days = { lastDay: "2026-12-31", reachBy: "2026-12-31" };
  await aCampaign({ bonus: null, variantId: mug.variantId, ...days });
  const lost = await underWay(await aReferrer());
  await underWay(await aReferrer());
  const forgotten = await underWay(await aReferrer());
  expect(await promised("2026-12-31")).toMatchObject([{ friends: 3 }]);
  expect(await promised("2027-01-01")).toEqual([]);
  await db().lead.update({ where: { id: lost }, data: { ended: "lost", endReason: "no-need" } });
  await db().lead.update({ where: { id: forgotten }, data: { referrerId: null } });
  expect(await promised("2026-12-31")).toMatchObject([{ friends: 1 }]);
});

test("what comes back in a later month is taken off that one", async () => {
  const mug = await aGift({ costMinor: 1_200 });
  await giftCampaign(mug.variantId);
  const referrer = await aReferrer();
  const { redemptionId } = await delivered(referrer);
  await fetches(redemptionId, referrer);
  const { stockItemId: itemId } = await redemptionOf(redemptionId as number);
  await db().stockMovement.create({
    data: {
      ...{ kind: "return", onHand: 1, redemptionId, itemId },
      createdAt: time.startOfDay("2099-01-02"),
    },
  });
  expect(await given()).toMatchObject([{ pieces: 1, costMinor: 1_200 }]);
  expect(await given("2099-01")).toMatchObject([
    { date: "2099-01-02", pieces: -1, costMinor: -1_200 },
  ]);
});
