import { giveAwards, promisesFor } from "#app/modules/campaigns/give-awards.server.ts";
import { takeBackAwards } from "#app/modules/campaigns/take-back-awards.server.ts";
import { earnPoints } from "#app/modules/ledger/earn-points.server.ts";
import { reverseEntry } from "#app/modules/ledger/reverse-entry.server.ts";
import { openReferrerAccount } from "#app/modules/referrers/open-referrer-account.server.ts";
import { lapsesAt } from "#app/modules/rulebook/lapse.ts";
import { addDays } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { sharesCar } from "./friend-facts.server.ts";
import { type LeadClock, readLeadClock } from "./lead-clock.server.ts";
import { writeLeadNews } from "./lead-news.server.ts";
import type { LockedLead } from "./lock-lead.server.ts";
import { decideReward, type RewardedStage, standingRewards } from "./rewards.ts";
import type { Stage } from "./stage.ts";

const POINTS = {
  accepted: "leadAccepted",
  "test-drive": "leadTestDrive",
  delivered: "leadDelivered",
} as const satisfies Record<RewardedStage, string>;

/**
 * Gives a referrer what the stages of a lead bring that stand now, and takes back what no longer stands: once for each
 * time a stage is reached, however often it is called. What was spent meanwhile becomes debt, as the ledger has it.
 *
 * @param lead locked by the caller.
 * @param reason for what is taken back, which the referrer reads; see `LOSS_REASONS`.
 */
export async function settleRewards(tx: Db, lead: LockedLead, reason: string): Promise<void> {
  const steps = await tx.leadStep.findMany({
    where: { leadId: lead.id, step: "moved" },
    orderBy: { id: "asc" },
    select: { stage: true },
  });
  const given = await tx.leadReward.findMany({
    where: { leadId: lead.id, takenBackAt: null },
    // A delivery first, which may have brought a gift: shelves are locked before accounts.
    orderBy: { id: "desc" },
  });
  // What was merged is another lead's by now, with all that it reached.
  const counts = lead.ended === "merged" ? [] : steps;
  const standing = standingRewards({
    steps: counts.map(({ stage }) => ({ to: stage as Stage })),
    met: lead.metAt !== null,
  });
  for (const reward of given) {
    if (reward.stage === "welcome" || standing.includes(reward.stage as RewardedStage)) continue;
    await takeBack(tx, lead, reward, reason);
  }
  const missing = standing.filter((stage) => !given.some((reward) => reward.stage === stage));
  if (missing.length === 0 || lead.referrerId === null) return;
  const clock = await readLeadClock(tx, { storeId: lead.storeId, now: lead.now });
  for (const stage of missing) await give(tx, lead, stage, clock);
}

async function takeBack(
  tx: Db,
  { id: leadId, referrerId, now }: LockedLead,
  reward: { id: number; points: number; entryId: bigint | null },
  reason: string,
): Promise<void> {
  await tx.leadReward.update({
    where: { id: reward.id },
    data: { takenBackAt: now, takenBackReason: reason },
    select: { id: true },
  });
  // Whoever has left had their account emptied, and owes nothing.
  const hasLeft = referrerId === null;
  const { id: rewardId, entryId } = reward;
  const extra = await takeBackAwards(tx, { rewardId, reason, hasLeft, now });
  if (hasLeft) return;
  if (entryId !== null) {
    const meta = { for: "correction", reason } as const;
    await reverseEntry(
      tx,
      { scope: "referral", key: `${rewardId}/back`, entryId: Number(entryId), meta },
      now,
    );
  }
  const points = (entryId === null ? 0 : reward.points) + extra.points;
  if (points === 0 && extra.gift === null) return;
  const { gift } = extra;
  await writeLeadNews(tx, leadId, { what: "taken-back", rewardId, points, gift }, now);
}

async function give(
  tx: Db,
  lead: LockedLead,
  stage: RewardedStage,
  { rules, time, referrals, now }: LeadClock,
): Promise<void> {
  const referrer = await readReferrer(
    tx,
    lead,
    stage,
    time.startOfDay(`${time.dayOf(now).slice(0, 7)}-01`),
  );
  const most = stage === "accepted" ? referrals.acceptedPerMonth : null;
  const notGiven = decideReward(referrer, most);
  const points = notGiven ? 0 : rules.rules.otherEarning[POINTS[stage]];
  const waits = stage === "delivered" ? rules.rules.otherEarning.leadDeliveredPendingDays : 0;
  const availableAt = waits > 0 ? time.endOfDay(addDays(time.dayOf(now), waits)) : now;
  const of = { leadId: lead.id, referrerId: lead.referrerId as number, stage };
  const promises = notGiven ? [] : await promisesFor(tx, of);
  const [{ id }] = await tx.$queryRaw<[{ id: number }]>`
    select nextval(pg_get_serial_sequence('lead_reward', 'id'))::int as id`;
  const entry =
    notGiven || points === 0
      ? null
      : await earnPoints(
          tx,
          {
            scope: "referral",
            key: String(id),
            accountId: referrer.accountId,
            points,
            availableAt,
            lapsesAt: lapsesAt(availableAt, rules.rules.lapse.months, time),
            effectiveAt: now,
            meta: { for: "referral", leadId: lead.id, stage, ruleVersion: rules.version },
          },
          now,
        );
  await tx.leadReward.create({
    data: {
      id,
      leadId: lead.id,
      stage,
      accountId: referrer.accountId,
      points,
      entryId: entry?.entryId ?? null,
      availableAt: entry && availableAt,
      notGiven,
      createdAt: now,
    },
    select: { id: true },
  });
  const { accountId } = referrer;
  const occasion = { ...of, rewardId: id, base: points, accountId, availableAt, now, time, rules };
  const extras = await giveAwards(tx, occasion, promises);
  if (!entry && extras.length === 0) return;
  await writeLeadNews(tx, lead.id, { what: stage, rewardId: id, points, availableAt, extras }, now);
}

async function readReferrer(tx: Db, lead: LockedLead, stage: RewardedStage, monthStart: Date) {
  const personId = lead.referrerId as number;
  // One after the other for one referrer, so that what a month brings is counted: by a query of its own, for the one
  // that waits for the lock does not see what it waited for.
  await tx.$queryRaw`select from referrer where person_id = ${personId} for no key update`;
  const [row] = await tx.$queryRaw<
    [
      {
        accountId: bigint | null;
        isStaff: boolean;
        hasLeft: boolean;
        isFriend: boolean;
        sharesHousehold: boolean;
        givenThisMonth: number;
      },
    ]
  >`
    with friend as (select person_id as id from member where id = ${lead.memberId}
      union select person.id from person join lead on lead.friend_phone = person.phone
        where lead.id = ${lead.id} and person.closed_at is null)
    select coalesce(member.account_id, referrer.account_id) as "accountId",
      person.closed_at is not null as "hasLeft",
      exists (select from role_grant where person_id = person.id and role <> 'referrer') as "isStaff",
      exists (select from friend where id = ${personId}) as "isFriend",
      exists (select from friend join person using (id) where ${sharesCar(personId)}) as "sharesHousehold",
      (select count(*)::int from lead_reward reward join lead on lead.id = reward.lead_id
        where lead.referrer_id = ${personId} and reward.stage = ${stage} and reward.not_given is null
          and reward.taken_back_at is null and reward.created_at >= ${monthStart}) as "givenThisMonth"
    from referrer join person on person.id = referrer.person_id
    left join member on member.person_id = person.id
    where referrer.person_id = ${personId}`;
  const accountId =
    row.accountId === null ? await openReferrerAccount(tx, personId) : Number(row.accountId);
  return { ...row, accountId };
}
