import { giftTitle, VARIANT } from "#app/modules/campaigns/load-promises.server.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import {
  type ReferralStanding,
  type ReferralState,
  STATE,
  standingOf,
} from "#app/modules/leads/referral-view.ts";
import { REWARDED, type RewardedStage } from "#app/modules/leads/rewards.ts";
import { vipUntil } from "#app/modules/referrers/vip.ts";
import type { ClubRules } from "#app/modules/rulebook/club-rules.ts";
import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { rulesAt } from "#app/modules/rulebook/rule-book.ts";
import { clubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";

/** One of a referrer's leads, as a line of their list. */
export type ReferralLine = {
  id: number;
  /** As it was typed; null once the friend is gone. */
  name: string | null;
  at: Date;
  standing: ReferralStanding;
  /** By when the friend is called for the first time; null where that is done, or waits for the friend. */
  callBy: Date | null;
  /** That instant is over, and nobody has called. */
  callIsLate: boolean;
  /** Points that it has brought, and those of them that still wait. */
  brought: number;
  pending: number;
  /** Gifts of campaigns that it has brought. */
  gifts: InBoth[];
};

export type ReferralList = {
  leads: ReferralLine[];
  /** Where the next page begins; null on the last. */
  olderBefore: number | null;
};

/** A referrer's leads, the newest first. */
export async function loadReferrals(
  db: Db,
  personId: number,
  { before, limit, now = new Date() }: { before: number | null; limit: number; now?: Date },
): Promise<ReferralList> {
  const rows = await db.lead.findMany({
    where: { referrerId: personId, ...(before !== null && { id: { lt: before } }) },
    orderBy: { id: "desc" },
    take: limit + 1,
    select: {
      ...STATE,
      id: true,
      friendName: true,
      createdAt: true,
      nextDueAt: true,
      metAt: true,
      rewards: { where: REFERRERS_OWN, select: { points: true, availableAt: true } },
      campaignAwards: {
        where: { takenBackAt: null, notGiven: null },
        select: { points: true, availableAt: true, variant: { select: VARIANT } },
      },
    },
  });
  const leads = rows.slice(0, limit).map((row): ReferralLine => {
    const standing = standingOf(row as ReferralState);
    const brought = [...row.rewards, ...row.campaignAwards];
    const waits = brought.filter(({ availableAt }) => availableAt && availableAt > now);
    const callBy = standing === "submitted" && row.metAt === null ? row.nextDueAt : null;
    return {
      id: row.id,
      name: standing === "gone" ? null : row.friendName,
      at: row.createdAt,
      standing,
      callBy,
      callIsLate: callBy !== null && callBy <= now,
      brought: sum(brought),
      pending: sum(waits),
      gifts: row.campaignAwards.flatMap(({ variant }) => (variant ? [giftTitle(variant)] : [])),
    };
  });
  return { leads, olderBefore: rows.length > limit ? (leads.at(-1)?.id ?? null) : null };
}

/** What a lead brought its referrer and what stands. */
const REFERRERS_OWN = { stage: { in: [...REWARDED] }, takenBackAt: null, notGiven: null };

const sum = (rewards: readonly { points: number }[]) =>
  rewards.reduce((total, { points }) => total + points, 0);

/** What the rules of today promise a referrer, and how they do by them. */
export type ReferralTerms = {
  points: Record<RewardedStage, number>;
  /** Days that the points of a delivery wait. */
  pendingDays: number;
  acceptedPerMonth: number;
  holdDays: number;
  /** Whether friends have to say that they agreed. */
  friendConfirms: boolean;
  vip: { leads: number; months: number };
  /** The first instant at which they are no VIP referrer any more; null while they are none. */
  vipUntil: Date | null;
};

/** Reads what a referrer is promised, and whether they are a VIP. */
export async function loadReferralTerms(
  db: Db,
  personId: number,
  now = new Date(),
): Promise<ReferralTerms> {
  const [{ timeZone }, book, accepted] = await Promise.all([
    loadClub(db),
    loadRuleBook(db),
    acceptedAt(db, personId),
  ]);
  const { otherEarning, referrals } = rulesAt(book, now).rules;
  const vip = { leads: referrals.vipLeads, months: referrals.vipMonths };
  return {
    points: pointsOf(otherEarning),
    pendingDays: otherEarning.leadDeliveredPendingDays,
    acceptedPerMonth: referrals.acceptedPerMonth,
    holdDays: referrals.holdDays,
    friendConfirms: referrals.friendConfirms,
    vip,
    vipUntil: vipUntil(accepted, vip, now, clubTime(timeZone)),
  };
}

/** What a friend brings whom somebody names now, by stage. */
export async function loadReferralPoints(
  db: Db,
  now = new Date(),
): Promise<Record<RewardedStage, number>> {
  return pointsOf(rulesAt(await loadRuleBook(db), now).rules.otherEarning);
}

const pointsOf = (earning: ClubRules["otherEarning"]): Record<RewardedStage, number> => ({
  accepted: earning.leadAccepted,
  "test-drive": earning.leadTestDrive,
  delivered: earning.leadDelivered,
});

/** Until when somebody is a VIP referrer; null while they are none. */
export async function loadVipUntil(db: Db, personId: number): Promise<Date | null> {
  const accepted = await acceptedAt(db, personId);
  // Most people recommend nobody, and for them no rules are read.
  return accepted.length === 0 ? null : (await loadReferralTerms(db, personId)).vipUntil;
}

/**
 * When the leads of somebody were accepted that still stand. One that came to nothing was accepted
 * all the same, and one whose friend nobody has reached does not count yet.
 */
async function acceptedAt(db: Db, personId: number): Promise<Date[]> {
  const rows = await db.$queryRaw<{ at: Date }[]>`
    select min(step.created_at) as at
    from lead join lead_step step on step.lead_id = lead.id
    where lead.referrer_id = ${personId} and lead.stage <> 'submitted'
      and lead.ended is distinct from 'merged' and lead.review is distinct from 'refused'
      and lead.met_at is not null and step.step = 'moved' and step.stage <> 'submitted'
    group by lead.id`;
  return rows.map(({ at }) => at);
}
