import { earnPoints } from "#app/modules/ledger/earn-points.server.ts";
import { giveHouseGift } from "#app/modules/redemptions/house-gift.server.ts";
import { lapsesAt } from "#app/modules/rulebook/lapse.ts";
import type { RuleVersion } from "#app/modules/rulebook/rule-book.ts";
import type { ClubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { takeTurns } from "#app/platform/locks.server.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";
import { type AwardKind, bestOf, type NotGiven, whyNot, worthOf } from "./best-of.ts";
import type { CampaignStage } from "./campaign.ts";
import { type KeptPromise, loadPromises } from "./load-promises.server.ts";

/** A stage that a lead has reached, and what it brought by the rule book. */
export type AwardOccasion = {
  leadId: number;
  referrerId: number;
  stage: CampaignStage;
  /** The lead's reward, beside which awards stand. */
  rewardId: number;
  /** Points of that reward. */
  base: number;
  /** The referrer's. */
  accountId: number;
  /** From when the reward's points can be spent: those of a campaign go with them. */
  availableAt: Date;
  now: Date;
  time: ClubTime;
  rules: RuleVersion;
};

/** What a campaign brought, or why it did not, as a letter tells it. */
export type AwardNews = {
  title: InBoth;
  points: number;
  gift: InBoth | null;
  /** Why the gift is not theirs yet. */
  waits: "member" | "stock" | null;
  notGiven: NotGiven | null;
};

/** A campaign's promise that may count for a stage. */
type Candidate = KeptPromise & { what: AwardKind; worth: number; notGiven: NotGiven | null };

/**
 * What a lead was promised for a stage. Where it is a gift, the referrer is locked first: whoever takes gifts locks
 * the member, then shelves, then the account.
 */
export async function promisesFor(
  tx: Db,
  { leadId, referrerId, stage }: { leadId: number; referrerId: number; stage: CampaignStage },
): Promise<KeptPromise[]> {
  const promises = (await loadPromises(tx, leadId)).filter(
    ({ plan }) => plan.bonus?.stage === stage || (stage === "delivered" && plan.variantId !== null),
  );
  if (stage === "delivered" && promises.some(({ plan }) => plan.variantId !== null)) {
    await tx.$queryRaw`select id from member where person_id = ${referrerId} for no key update`;
  }
  return promises;
}

/**
 * Gives a referrer what the campaigns bring under which a friend was named: of those with points the best one, and of
 * those with gifts the best one. Caps are counted while nobody else counts the same.
 *
 * @param promises as `promisesFor` read them.
 */
export async function giveAwards(
  tx: Db,
  occasion: AwardOccasion,
  promises: readonly KeptPromise[],
): Promise<AwardNews[]> {
  if (promises.length === 0) return [];
  // The lower number first, so that two who count the same two wait for one another.
  for (const { campaignId } of promises) await takeTurns(tx, "campaign", campaignId);
  const storeId = await storeOf(tx, occasion.leadId);
  const news: AwardNews[] = [];
  for (const what of ["points", "gift"] as const) {
    if (what === "gift" && (occasion.stage !== "delivered" || (await keepsGift(tx, occasion)))) {
      continue;
    }
    const candidates: Candidate[] = [];
    for (const promise of promises) {
      const worth = worthOf(what, promise, occasion);
      const given = await countGiven(tx, what, promise.campaignId, occasion.referrerId);
      const moment = { ...given, day: occasion.time.dayOf(occasion.now), storeId };
      candidates.push({ ...promise, what, worth, notGiven: whyNot(promise.plan, moment) });
    }
    const best = bestOf(candidates);
    if (best) news.push(await writeAward(tx, occasion, best, storeId));
  }
  return news;
}

/** The friend's store, or else that of whoever works with them. */
export async function storeOf(tx: Db, leadId: number): Promise<number | null> {
  const [row] = await tx.$queryRaw<{ storeId: number | null }[]>`
    select coalesce(lead.store_id, consultant.store_id) as "storeId"
    from lead left join consultant on consultant.person_id = lead.consultant_id where lead.id = ${leadId}`;
  return row?.storeId ?? null;
}

/** Whether a gift for an earlier delivery of the same lead is in the referrer's hands: it counts for this one. */
async function keepsGift(tx: Db, { leadId, rewardId }: AwardOccasion): Promise<boolean> {
  const { count } = await tx.campaignAward.updateMany({
    where: { leadId, what: "gift", notGiven: null, takenBackAt: null },
    data: { rewardId },
  });
  return count > 0;
}

async function countGiven(tx: Db, what: AwardKind, campaignId: number, referrerId: number) {
  const [row] = await tx.$queryRaw<[{ givenToReferrer: number; givenInAll: number }]>`
    select count(*)::int as "givenInAll",
      (count(*) filter (where lead.referrer_id = ${referrerId}))::int as "givenToReferrer"
    from campaign_award award join lead on lead.id = award.lead_id
    where award.campaign_id = ${campaignId} and award.what = ${what} and award.not_given is null
      and award.taken_back_at is null`;
  return row;
}

/** What was really given. */
type Given = {
  points: number;
  entryId: number | null;
  availableAt: Date | null;
  redemptionId: number | null;
  waits: "member" | "stock" | null;
};
const NOTHING: Given = {
  points: 0,
  entryId: null,
  availableAt: null,
  redemptionId: null,
  waits: null,
};

async function writeAward(
  tx: Db,
  occasion: AwardOccasion,
  { campaignId, version, plan, gift, what, worth, notGiven }: Candidate,
  storeId: number | null,
): Promise<AwardNews> {
  const { leadId, rewardId, stage, now } = occasion;
  const [{ id }] = await tx.$queryRaw<[{ id: number }]>`
    select nextval(pg_get_serial_sequence('campaign_award', 'id'))::int as id`;
  const variantId = what === "gift" ? plan.variantId : null;
  const promised = { campaignId, version, plan };
  const award: Given = {
    ...NOTHING,
    ...(notGiven === null &&
      (variantId === null
        ? await bookPoints(tx, id, occasion, promised, worth)
        : await tryGift(tx, { awardId: id, referrerId: occasion.referrerId, variantId, storeId }))),
  };
  await tx.campaignAward.create({
    data: {
      ...{ id, campaignId, version, leadId, rewardId, stage, what, variantId, notGiven },
      ...award,
      createdAt: now,
    },
    select: { id: true },
  });
  return {
    title: plan.title,
    points: award.points,
    gift: what === "gift" ? (gift?.title ?? null) : null,
    waits: award.waits,
    notGiven,
  };
}

async function bookPoints(
  tx: Db,
  awardId: number,
  { leadId, stage, base, accountId, availableAt, now, time, rules }: AwardOccasion,
  { campaignId, version, plan }: Pick<KeptPromise, "campaignId" | "version" | "plan">,
  points: number,
) {
  const { bonus, title } = plan;
  const { entryId } = await earnPoints(
    tx,
    {
      ...{ scope: "campaign", key: String(awardId), accountId, points, availableAt },
      lapsesAt: lapsesAt(availableAt, rules.rules.lapse.months, time),
      effectiveAt: now,
      meta: {
        for: "campaign",
        ...{ campaignId, version, leadId, stage },
        ...{ title: title.en || title.zh, titleZh: title.zh || title.en },
        ...(bonus && "percent" in bonus && { base, percent: bonus.percent }),
      },
    },
    now,
  );
  return { points, entryId, availableAt };
}

/**
 * Gives the gift of an award to its referrer where they are in the club and a piece is free.
 *
 * @returns the redemption, or what the gift waits for.
 */
export async function tryGift(
  tx: Db,
  give: { awardId: number; referrerId: number; variantId: number; storeId: number | null },
): Promise<{ redemptionId: number | null; waits: "member" | "stock" | null }> {
  const { awardId, referrerId: personId, variantId, storeId } = give;
  const member = await tx.member.findFirst({
    where: { personId, person: { closedAt: null } },
    select: { id: true },
  });
  if (!member) return { redemptionId: null, waits: "member" };
  const requestKey = `campaign:${awardId}`;
  const redemptionId = await giveHouseGift(tx, {
    ...{ memberId: member.id, personId, variantId, storeId, requestKey },
  });
  return { redemptionId, waits: redemptionId === null ? "stock" : null };
}
