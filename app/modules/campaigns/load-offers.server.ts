import { storeShown } from "#app/modules/club/store-shown.ts";
import type { Day } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";
import type { CampaignPlan } from "./campaign.ts";
import { giftTitle, loadPromises, VARIANT } from "./load-promises.server.ts";
import { runningCampaigns } from "./running-campaigns.server.ts";

/** A campaign that runs, as friends and referrers read it. */
export type Offer = {
  campaignId: number;
  title: InBoth;
  about: InBoth;
  /** The last day on which a friend can be named. */
  lastDay: Day;
} & OfferTerms;

/** For what a campaign is, and what it brings a referrer. */
export type OfferTerms = Pick<
  CampaignPlan,
  "bonus" | "reachBy" | "models" | "capPerReferrer" | "capTotal"
> & {
  /** Those that it is for; none: every store. */
  stores: InBoth[];
  gift: InBoth | null;
};

/** The campaigns that run for a referrer at this moment, the oldest first. */
export async function loadOffers(db: Db, referrerId: number, now = new Date()): Promise<Offer[]> {
  const running = await runningCampaigns(db, referrerId, now);
  const plans = running.map(({ plan }) => plan);
  const terms = await termsOf(db, plans);
  return running.map(({ campaignId, plan }, place) => ({
    campaignId,
    title: plan.title,
    about: plan.about,
    lastDay: plan.lastDay ?? "",
    ...(terms[place] as OfferTerms),
  }));
}

/** The same without what it brings the referrer, which is not for everybody who opens their link. */
export function forFriends({ campaignId, title, about, lastDay, models, stores }: Offer): Offer {
  const unsaid = { bonus: null, gift: null, reachBy: null, capPerReferrer: null, capTotal: null };
  return { campaignId, title, about, lastDay, models, stores, ...unsaid };
}

/** The campaigns under which a friend was named, as the friend reads them on their own page. */
export async function loadOffersOfLead(db: Db, leadId: number): Promise<FriendOffer[]> {
  const promises = await loadPromises(db, leadId);
  const terms = await termsOf(
    db,
    promises.map(({ plan }) => plan),
  );
  return promises.map(({ campaignId, plan }, place) => ({
    ...forFriends({ campaignId, ...plan, ...(terms[place] as OfferTerms), lastDay: "" }),
    lastDay: plan.reachBy,
  }));
}

/** Of these the day that counts is the one by which the car has to be theirs. */
export type FriendOffer = Omit<Offer, "lastDay"> & { lastDay: Day | null };

/** Names the stores and gifts of campaigns. */
export async function termsOf(db: Db, plans: readonly CampaignPlan[]): Promise<OfferTerms[]> {
  const storeIds = plans.flatMap((plan) => plan.storeIds);
  const variantIds = plans.flatMap(({ variantId }) => variantId ?? []);
  const stores =
    storeIds.length === 0
      ? []
      : await db.store.findMany({
          where: { id: { in: storeIds } },
          orderBy: { id: "asc" },
          select: { id: true, name: true, nameEn: true },
        });
  const variants =
    variantIds.length === 0
      ? []
      : await db.giftVariant.findMany({
          where: { id: { in: variantIds } },
          select: { id: true, ...VARIANT },
        });
  return plans.map((plan) => {
    const variant = variants.find(({ id }) => id === plan.variantId);
    return {
      bonus: plan.bonus,
      reachBy: plan.reachBy,
      models: plan.models,
      capPerReferrer: plan.capPerReferrer,
      capTotal: plan.capTotal,
      stores: stores.filter(({ id }) => plan.storeIds.includes(id)).map(storeShown),
      gift: variant ? giftTitle(variant) : null,
    };
  });
}
