import { earnPoints } from "#app/modules/ledger/earn-points.server.ts";
import { reverseEntry } from "#app/modules/ledger/reverse-entry.server.ts";
import { lapsesAt } from "#app/modules/rulebook/lapse.ts";
import { addDays } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { readLeadClock } from "./lead-clock.server.ts";
import type { LockedLead } from "./lock-lead.server.ts";

/**
 * Gives a friend who bought and is in the club their welcome, once for each delivery, and takes it back where the sale
 * is cancelled. It can be spent when the referrer's points of the same delivery can.
 *
 * @param lead locked by the caller, as it stands by now.
 * @param reason for what is taken back.
 */
export async function settleWelcome(tx: Db, lead: LockedLead, reason: string): Promise<void> {
  const given = await tx.leadReward.findFirst({
    where: { leadId: lead.id, stage: "welcome", takenBackAt: null },
    select: { id: true, entryId: true },
  });
  const member = await memberOf(tx, lead);
  if (given && !member) await takeBack(tx, lead, given, reason);
  if (!given && member) await give(tx, lead, Number(member.accountId));
}

/**
 * The member whom the friend became; null where nothing was delivered to one who is still here, and is not the one who
 * named them.
 */
function memberOf(tx: Db, { stage, memberId, referrerId }: LockedLead) {
  if (stage !== "delivered" || memberId === null) return null;
  return tx.member.findFirst({
    where: {
      id: memberId,
      person: { closedAt: null },
      ...(referrerId !== null && { personId: { not: referrerId } }),
    },
    select: { accountId: true },
  });
}

async function takeBack(
  tx: Db,
  { memberId, now }: LockedLead,
  { id, entryId }: { id: number; entryId: bigint | null },
  reason: string,
): Promise<void> {
  await tx.leadReward.update({
    where: { id },
    data: { takenBackAt: now, takenBackReason: reason },
    select: { id: true },
  });
  const isHere = { id: memberId ?? 0, person: { closedAt: null } };
  // Whoever has left had their account emptied, and owes nothing.
  if (entryId === null || (await tx.member.count({ where: isHere })) === 0) return;
  const meta = { for: "correction", reason } as const;
  await reverseEntry(
    tx,
    { scope: "referral", key: `${id}/back`, entryId: Number(entryId), meta },
    now,
  );
}

async function give(tx: Db, lead: LockedLead, accountId: number): Promise<void> {
  const { now } = lead;
  const { rules, time, referrals } = await readLeadClock(tx, lead);
  const points = referrals.friendWelcome;
  if (points === 0) return;
  const days = rules.rules.otherEarning.leadDeliveredPendingDays;
  const availableAt = days > 0 ? time.endOfDay(addDays(time.dayOf(now), days)) : now;
  const [{ id }] = await tx.$queryRaw<[{ id: number }]>`
    select nextval(pg_get_serial_sequence('lead_reward', 'id'))::int as id`;
  const { entryId } = await earnPoints(
    tx,
    {
      ...{ scope: "referral", key: String(id), accountId, points, availableAt },
      lapsesAt: lapsesAt(availableAt, rules.rules.lapse.months, time),
      effectiveAt: now,
      meta: { for: "referral", leadId: lead.id, stage: "welcome", ruleVersion: rules.version },
    },
    now,
  );
  await tx.leadReward.create({
    data: {
      ...{ id, leadId: lead.id, stage: "welcome", accountId, points, entryId, availableAt },
      createdAt: now,
    },
    select: { id: true },
  });
}
