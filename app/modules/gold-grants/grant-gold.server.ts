import type { Actor } from "#app/modules/access/actor.ts";
import { writeLetterTo } from "#app/modules/letters/write-letter-to.server.ts";
import { findMember } from "#app/modules/person/find-member.server.ts";
import { orderImportContext } from "#app/modules/service/import-service-orders.server.ts";
import {
  lockOrdersOf,
  type Rejudged,
  rejudgeOrders,
} from "#app/modules/service/rejudge-orders.server.ts";
import { loadTierStatuses } from "#app/modules/standing/load-tier-statuses.server.ts";
import { lastGoldDay } from "#app/modules/standing/tier.ts";
import { addTierPeriods } from "#app/modules/standing/write-tier-periods.server.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import type { Day } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { type GrantRefusal, judgeGrant } from "./gold-grant.ts";

export type Grant = Actor & {
  /** The member's number. */
  number: string;
  /** The club's days, both within the grant. */
  from: Day;
  through: Day;
  /** Why, in words that the member reads too. */
  reason: string;
};

export type GrantAnswer =
  | { ok: true; rejudged: Rejudged }
  | { ok: false; refusal: GrantRefusal | "no-such-member" | "account-closed" | "own-account" };

/**
 * Grants a member gold for some days, and judges again what was settled within them. Beside gold that the
 * member has already it takes nothing away: of several spans the one that lasts longest is told.
 *
 * The same grant sent twice is one grant. Nobody grants it to themselves: it would double the points of a
 * year's orders that nobody else has looked at.
 */
export async function grantGold(grant: Grant): Promise<GrantAnswer> {
  const context = await orderImportContext();
  const { time, now } = context;
  const refusal = judgeGrant(grant, time.dayOf(now));
  if (refusal) return { ok: false, refusal };
  return inRetriedTransaction<GrantAnswer>(async (tx) => {
    const member = await findMember(tx, grant.number);
    if (!member) return { ok: false, refusal: "no-such-member" };
    if (member.person.closedAt) return { ok: false, refusal: "account-closed" };
    if (member.personId === grant.by) return { ok: false, refusal: "own-account" };
    await lockOrdersOf(tx, member.id);
    const span = {
      memberId: member.id,
      tier: "gold",
      cause: "granted",
      startsAt: time.startOfDay(grant.from),
      endsAt: time.endOfDay(grant.through),
      reason: grant.reason,
      grantedBy: grant.by,
      withdrawnBy: null,
    };
    if ((await tx.tierPeriod.count({ where: span })) > 0) {
      return { ok: true, rejudged: { orders: 0, points: 0 } };
    }
    await addTierPeriods(tx, [span]);
    const rejudged = await rejudgeOrders(tx, member.id, context);
    await writeAudit(tx, {
      personId: grant.by,
      action: "gold.granted",
      subject: `member:${grant.number}`,
      detail: {
        from: grant.from,
        through: grant.through,
        reason: grant.reason,
        orders: rejudged.orders,
        points: rejudged.points,
      },
      address: grant.address,
    });
    const through = (await lastDayOfGold(tx, member.id)) ?? grant.through;
    await writeLetterTo(tx, member.person, {
      template: "tier-changed",
      props: { tier: "gold", cause: "granted", through, reason: grant.reason },
    });
    return { ok: true, rejudged };
  });
}

/** The last day of a member's gold as things stand; null for silver. */
export async function lastDayOfGold(db: Db, memberId: number): Promise<Day | null> {
  const standing = (await loadTierStatuses(db, [memberId])).get(memberId)?.standing;
  return standing?.tier === "gold" ? lastGoldDay(standing) : null;
}
