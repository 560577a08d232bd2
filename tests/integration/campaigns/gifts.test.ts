import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { giveWaitingGifts, handOutGift } from "#app/modules/campaigns/waiting-gifts.server.ts";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import type { LossReason } from "#app/modules/leads/stage.ts";
import { loadBalance } from "#app/modules/ledger/load-balance.server.ts";
import { handOver } from "#app/modules/redemptions/hand-over.server.ts";
import { becomeReferrer } from "#app/modules/referrers/become-referrer.server.ts";
import { verifyStock } from "#app/modules/stock/verify-stock.server.ts";
import { db } from "#app/platform/db.server.ts";
import { aCampaign, anAdmin, endCampaigns } from "../../support/campaigns.ts";
import { testDatabase } from "../../support/database.ts";
import {
  aGift,
  aKeeper,
  aStore,
  putOnShelf,
  redemptionOf,
  shelvesOf,
} from "../../support/gifts.ts";
import { aLead, aReferrer, handedIn, movedTo } from "../../support/leads.ts";
import { aPerson, type TestMember } from "../../support/people.ts";

testDatabase();
beforeAll(async () => {
  await ensureClub(db());
  await aStore();
});

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

async function delivered(of: { id: number } = referrer) {
  const leadId = await handedIn(aLead(of.id, { at: day(1) }));
  await moved(leadId, "accepted");
  await moved(leadId, "delivered");
  return leadId;
}

const awardsOf = (leadId: number) =>
  db().campaignAward.findMany({ where: { leadId }, orderBy: { id: "asc" } });

const giftCampaign = (variantId: number, capTotal: number | null = null) =>
  aCampaign({ bonus: null, variantId, capTotal });

describe("a gift at delivery", () => {
  test("is a redemption of no points, with its piece promised, and costs the member nothing", async () => {
    const gift = await aGift();
    await giftCampaign(gift.variantId);
    const [award] = await awardsOf(await delivered());
    expect(award).toMatchObject({ what: "gift", waits: null, notGiven: null });
    const redemption = await redemptionOf(award?.redemptionId as number);
    expect(redemption).toMatchObject({
      memberId: referrer.memberId,
      state: "requested",
      points: 0,
      entryId: null,
    });
    expect(await shelvesOf(gift.itemId)).toEqual({ onHand: 10, reserved: 1 });
    const { available, pending, debt } = await loadBalance(db(), referrer.accountId, day(3));
    expect({ available, pending, debt }).toEqual({ available: 0, pending: 2_000, debt: 0 });
  });

  test("stands beside the points of another campaign, and of two gifts the dearer counts", async () => {
    const small = await aGift({ points: 100 });
    const large = await aGift({ points: 900 });
    await giftCampaign(small.variantId);
    await giftCampaign(large.variantId);
    await aCampaign();
    const awards = await awardsOf(await delivered());
    expect(awards).toMatchObject([
      { what: "points", points: 500 },
      { what: "gift", variantId: large.variantId },
    ]);
  });

  test("is taken back before it is handed out, its piece free again", async () => {
    const gift = await aGift();
    await giftCampaign(gift.variantId);
    const leadId = await delivered();
    await moved(leadId, "ordered", day(5), "sale-cancelled");
    const [award] = await awardsOf(leadId);
    expect(award).toMatchObject({ takenBackReason: "sale-cancelled" });
    expect(await redemptionOf(award?.redemptionId as number)).toMatchObject({ state: "cancelled" });
    expect(await shelvesOf(gift.itemId)).toEqual({ onHand: 10, reserved: 0 });
    await moved(leadId, "delivered", day(6));
    expect(await shelvesOf(gift.itemId)).toEqual({ onHand: 10, reserved: 1 });
    expect(await verifyStock(db())).toEqual([]);
  });

  test("stays with whoever has it in their hands, and is not given again for the same friend", async () => {
    const gift = await aGift();
    await giftCampaign(gift.variantId);
    const leadId = await delivered();
    const [award] = await awardsOf(leadId);
    const { memberId } = referrer;
    expect(
      await handOver(
        award?.redemptionId as number,
        { memberId, collector: "owner" },
        await aKeeper(),
      ),
    ).toMatchObject({ ok: true });
    await moved(leadId, "ordered", day(5), "sale-cancelled");
    await moved(leadId, "delivered", day(6));
    expect(await awardsOf(leadId)).toMatchObject([{ takenBackAt: null }]);
    expect(await shelvesOf(gift.itemId)).toEqual({ onHand: 9, reserved: 0 });
  });

  test("that is capped goes to as many as there are, of twenty at once", async () => {
    const gift = await aGift();
    await giftCampaign(gift.variantId, 3);
    const referrers = await Promise.all(Array.from({ length: 20 }, () => aReferrer()));
    await Promise.all(referrers.map((each) => delivered(each)));
    expect(await shelvesOf(gift.itemId)).toEqual({ onHand: 10, reserved: 3 });
  });
});

describe("a gift that is not there", () => {
  test("waits, and is given once it is, to who waits for longest", async () => {
    const gift = await aGift({ pieces: 1 });
    await giftCampaign(gift.variantId);
    const first = await delivered(await aReferrer());
    const second = await delivered(await aReferrer());
    const third = await delivered(await aReferrer());
    expect(await awardsOf(first)).toMatchObject([{ waits: null }]);
    expect(await awardsOf(second)).toMatchObject([{ waits: "stock", redemptionId: null }]);
    expect(await giveWaitingGifts()).toBe(0);
    await putOnShelf(gift.itemId, 1);
    expect(await giveWaitingGifts()).toBe(1);
    expect(await awardsOf(second)).toMatchObject([{ waits: null }]);
    expect(await awardsOf(third)).toMatchObject([{ waits: "stock" }]);
    await moved(third, "ordered", day(5), "sale-cancelled");
    await putOnShelf(gift.itemId, 1);
    expect(await giveWaitingGifts()).toBe(0);
  });

  test("is told in the letter about the friend", async () => {
    const gift = await aGift({ pieces: 0 });
    await giftCampaign(gift.variantId);
    const leadId = await delivered();
    const letters = await db().mail.findMany({ where: { template: "lead-news" } });
    const told = letters.filter(({ props }) => (props as { leadId?: number }).leadId === leadId);
    expect(told.at(-1)?.props).toMatchObject({ what: "delivered", extras: [{ waits: "stock" }] });
  });
});

describe("a referrer who is not in the club", () => {
  async function somebody() {
    const person = await aPerson({ roles: ["referrer"] });
    await becomeReferrer(db(), person.id);
    return person;
  }

  test("gets it at the desk, once, and nobody hands out to themselves", async () => {
    const gift = await aGift();
    await giftCampaign(gift.variantId);
    const person = await somebody();
    const leadId = await delivered(person);
    const [award] = await awardsOf(leadId);
    expect(award).toMatchObject({ waits: "member", redemptionId: null });
    const keeper = await aKeeper();
    const awardId = award?.id as number;
    expect(await handOutGift(awardId, { ...keeper, by: person.id })).toMatchObject({
      refusal: "own",
    });
    const twice = await Promise.all([handOutGift(awardId, keeper), handOutGift(awardId, keeper)]);
    expect(twice).toEqual([{ ok: true }, { ok: true }]);
    expect(await shelvesOf(gift.itemId)).toEqual({ onHand: 9, reserved: 0 });
    expect(await handOutGift(awardId, await anAdmin())).toMatchObject({ refusal: "not-waiting" });
    await moved(leadId, "ordered", day(5), "sale-cancelled");
    expect(await awardsOf(leadId)).toMatchObject([{ takenBackAt: null }]);
  });

  test("finds it among their gifts once they have joined", async () => {
    const gift = await aGift();
    await giftCampaign(gift.variantId);
    const person = await somebody();
    const leadId = await delivered(person);
    const account = await db().referrer.findUniqueOrThrow({ where: { personId: person.id } });
    await db().member.create({
      data: {
        personId: person.id,
        number: `M9${String(person.id).padStart(7, "0")}`,
        programme: "home",
        accountId: account.accountId as bigint,
        joinedOn: new Date("2026-07-03"),
        cardToken: `card-${person.id}`,
      },
    });
    const [{ id = 0 } = {}] = await awardsOf(leadId);
    expect(await handOutGift(id, await aKeeper())).toMatchObject({ refusal: "member" });
    expect(await giveWaitingGifts()).toBe(1);
    const [award] = await awardsOf(leadId);
    expect(await redemptionOf(award?.redemptionId as number)).toMatchObject({ state: "requested" });
  });
});
