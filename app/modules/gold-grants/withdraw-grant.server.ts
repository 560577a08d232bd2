import type { Actor } from "#app/modules/access/actor.ts";
import { writeLetterTo } from "#app/modules/letters/write-letter-to.server.ts";
import { findMember } from "#app/modules/person/find-member.server.ts";
import { orderImportContext } from "#app/modules/service/import-service-orders.server.ts";
import {
  lockOrdersOf,
  type Rejudged,
  rejudgeOrders,
} from "#app/modules/service/rejudge-orders.server.ts";
import { withdrawTierPeriod } from "#app/modules/standing/write-tier-periods.server.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { lastDayOfGold } from "./grant-gold.server.ts";

export type Withdrawal = Actor & {
  number: string;
  periodId: number;
  /** Why, in words that the member reads too. */
  reason: string;
};

export type WithdrawalAnswer =
  | { ok: true; rejudged: Rejudged }
  | { ok: false; refusal: "no-such-grant" | "grant-over" };

/**
 * Takes a grant of gold back: it ends now. What was earned while it held stays earned; gold that the
 * member has otherwise goes on.
 *
 * @returns "grant-over" where it had ended or another admin was first.
 */
export async function withdrawGrant(withdrawal: Withdrawal): Promise<WithdrawalAnswer> {
  const { number, periodId, reason, by, address } = withdrawal;
  const context = await orderImportContext();
  return inRetriedTransaction<WithdrawalAnswer>(async (tx) => {
    const member = await findMember(tx, number);
    if (!member) return { ok: false, refusal: "no-such-grant" };
    await lockOrdersOf(tx, member.id);
    const grant = await tx.tierPeriod.findFirst({
      where: { id: periodId, memberId: member.id, cause: "granted" },
    });
    if (!grant) return { ok: false, refusal: "no-such-grant" };
    if (grant.withdrawnBy !== null || (grant.endsAt && grant.endsAt <= context.now)) {
      return { ok: false, refusal: "grant-over" };
    }
    await withdrawTierPeriod(tx, periodId, { at: context.now, by, reason });
    const rejudged = await rejudgeOrders(tx, member.id, context);
    await writeAudit(tx, {
      personId: by,
      action: "gold.withdrawn",
      subject: `member:${number}`,
      detail: { reason, orders: rejudged.orders, points: rejudged.points },
      address,
    });
    const through = await lastDayOfGold(tx, member.id);
    const tier = through ? "gold" : "silver";
    await writeLetterTo(tx, member.person, {
      template: "tier-changed",
      props: { tier, cause: "withdrawn", through, reason },
    });
    return { ok: true, rejudged };
  });
}
