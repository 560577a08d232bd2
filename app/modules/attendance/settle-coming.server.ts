import { loadClub } from "#app/modules/club/load-club.server.ts";
import type { EventPlan } from "#app/modules/events/plan.ts";
import { earnPoints } from "#app/modules/ledger/earn-points.server.ts";
import { toPoints } from "#app/modules/ledger/points.ts";
import { releaseHold } from "#app/modules/ledger/release-hold.server.ts";
import { lapsesAt } from "#app/modules/rulebook/lapse.ts";
import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { rulesAt } from "#app/modules/rulebook/rule-book.ts";
import { clubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";

export type HeldEvent = { id: number; plan: EventPlan };

type Party = {
  id: number;
  memberId: number | null;
  accountId: bigint | null;
  holdId: bigint | null;
};

/**
 * Does what follows when parties come, once for each: the points for coming to its member, and the deposit back.
 * Accounts are locked in their order, after the event.
 */
export async function settleComing(
  tx: Db,
  event: HeldEvent,
  registrationIds: readonly number[],
  now: Date,
): Promise<void> {
  const parties = await tx.$queryRaw<Party[]>`
    select registration.id, registration.member_id as "memberId", member.account_id as "accountId",
      registration.hold_id as "holdId"
    from registration left join member on member.id = registration.member_id
    where registration.id = any(${registrationIds}) and registration.state = 'registered'
      and not exists (select from attendance_outcome outcome where outcome.registration_id = registration.id)
    order by member.account_id, registration.id`;
  for (const party of parties) {
    const made = await tx.attendanceOutcome.createMany({
      data: { registrationId: party.id, eventId: event.id, outcome: "came", createdAt: now },
      skipDuplicates: true,
    });
    if (made.count === 0) continue;
    const pointsEntryId = await givePoints(tx, event, party, now);
    const deposit = await giveDepositBack(tx, event, party, now);
    if (pointsEntryId === null && deposit === null) continue;
    await tx.attendanceOutcome.update({
      where: { registrationId: party.id },
      data: { pointsEntryId, deposit },
    });
  }
}

/** Once for a member and an event, whatever became of their party meanwhile. */
async function givePoints(
  tx: Db,
  { id, plan }: HeldEvent,
  { memberId, accountId }: Party,
  now: Date,
): Promise<number | null> {
  if (accountId === null || plan.attendancePoints === 0) return null;
  const { timeZone } = await loadClub(tx);
  const book = await loadRuleBook(tx);
  const { version, rules } = rulesAt(book, now);
  const { entryId } = await earnPoints(
    tx,
    {
      scope: "event",
      key: `attended/${id}/${memberId}`,
      accountId: toPoints(accountId),
      points: plan.attendancePoints,
      availableAt: now,
      lapsesAt: lapsesAt(now, rules.lapse.months, clubTime(timeZone)),
      effectiveAt: now,
      meta: { for: "event", eventId: id, title: titleOf(plan), ruleVersion: version },
    },
    now,
  );
  return entryId;
}

async function giveDepositBack(
  tx: Db,
  { id, plan }: HeldEvent,
  party: Party,
  now: Date,
): Promise<"returned" | null> {
  if (party.holdId === null) return null;
  const { rules } = rulesAt(await loadRuleBook(tx), now);
  const answer = await releaseHold(
    tx,
    {
      scope: "event",
      key: `deposit-back/${party.id}`,
      holdId: toPoints(party.holdId),
      graceDays: rules.lapse.graceLotDays,
      meta: { for: "deposit", eventId: id, title: titleOf(plan) },
    },
    now,
  );
  // A hold that ended by itself gave its points back then.
  return answer.ok || answer.refusal !== "hold-captured" ? "returned" : null;
}

/** In English, or in whichever language there is. */
export const titleOf = ({ title }: Pick<EventPlan, "title">): string => title.en || title.zh;
