import type { HeldEvent } from "#app/modules/attendance/settle-coming.server.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { earnPoints } from "#app/modules/ledger/earn-points.server.ts";
import { toPoints } from "#app/modules/ledger/points.ts";
import { reverseEntry } from "#app/modules/ledger/reverse-entry.server.ts";
import { lapsesAt } from "#app/modules/rulebook/lapse.ts";
import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { rulesAt } from "#app/modules/rulebook/rule-book.ts";
import { clubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { awardFor } from "./award.ts";
import type { EventImpact } from "./impact-of-event.server.ts";

type Party = {
  registrationId: number;
  accountId: bigint;
  /** In tenths. */
  amount: number;
  entryId: bigint | null;
  turn: number;
};

/**
 * Gives the parties of an event the points for what they did, and takes back those of a count that has changed since:
 * the ledger shows both. A party whose count and points are as they were settled is left alone; so is the party of
 * whoever counts, until a colleague does, and one whose account is closed. No tier multiplies these points. Where the
 * event has been changed to count otherwise, points are taken back with their counts and none are given.
 *
 * @param impact locked by the caller; accounts are locked after it, in their order.
 */
export async function settlePoints(
  tx: Db,
  event: HeldEvent,
  impact: EventImpact,
  by: number,
  now: Date,
): Promise<void> {
  const { pointsPerUnit, isOtherwise } = impact;
  const parties = await tx.$queryRaw<Party[]>`
    select count.registration_id as "registrationId", member.account_id as "accountId",
      coalesce(sum(count.amount), 0)::int as amount, award.entry_id as "entryId",
      coalesce(award.turn, 0) as turn
    from impact_count count
    join registration on registration.id = count.registration_id
    join member on member.id = registration.member_id
    join person on person.id = member.person_id and person.closed_at is null and person.id <> ${by}
    left join impact_award award on award.registration_id = count.registration_id
    where count.event_id = ${event.id}
    group by count.registration_id, member.account_id, award.registration_id
    having (coalesce(sum(count.amount), 0) <> coalesce(award.amount, 0)
      or coalesce(sum(count.amount), 0) > 0 and coalesce(award.per_unit, 0) <> ${pointsPerUnit})
      and (not ${isOtherwise}::boolean or coalesce(sum(count.amount), 0) = 0)
    order by member.account_id, count.registration_id`;
  for (const party of parties) await settleParty(tx, event, impact, party, now);
}

async function settleParty(
  tx: Db,
  event: HeldEvent,
  impact: EventImpact,
  { registrationId, accountId, amount, entryId, turn }: Party,
  now: Date,
): Promise<void> {
  if (entryId !== null) {
    const key = `impact-back/${registrationId}/${turn}`;
    const meta = { for: "correction", reason: "count-corrected" } as const;
    await reverseEntry(tx, { scope: "event", key, entryId: toPoints(entryId), meta }, now);
  }
  const { version, rules } = rulesAt(await loadRuleBook(tx), now);
  const perUnit = impact.pointsPerUnit;
  const { points } = awardFor(amount, perUnit, rules.adjustments.approvalAbove);
  const next = turn + 1;
  const { timeZone } = await loadClub(tx);
  const { key: _key, id: _id, wholeOnly: _whole, ...unit } = impact.unit;
  const { title } = event.plan;
  const entry =
    points === 0
      ? null
      : await earnPoints(
          tx,
          {
            scope: "event",
            key: `impact/${registrationId}/${next}`,
            accountId: toPoints(accountId),
            points,
            availableAt: now,
            lapsesAt: lapsesAt(now, rules.lapse.months, clubTime(timeZone)),
            effectiveAt: now,
            meta: {
              ...{ for: "impact", eventId: event.id, amount, unit, pointsPerUnit: perUnit },
              ...{ title: title.en || title.zh, titleZh: title.zh || title.en },
              ruleVersion: version,
            },
          },
          now,
        );
  const settled = { amount, perUnit, points, entryId: entry?.entryId ?? null, turn: next };
  await tx.impactAward.upsert({
    where: { registrationId },
    create: { registrationId, eventId: event.id, ...settled },
    update: settled,
  });
}
