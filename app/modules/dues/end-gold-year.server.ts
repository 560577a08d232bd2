import { writeLetterTo } from "#app/modules/letters/write-letter-to.server.ts";
import { READER } from "#app/modules/person/reader.ts";
import { orderImportContext } from "#app/modules/service/import-service-orders.server.ts";
import { rejudgeOrders } from "#app/modules/service/rejudge-orders.server.ts";
import { loadTierStatuses } from "#app/modules/standing/load-tier-statuses.server.ts";
import { lastGoldDay } from "#app/modules/standing/tier.ts";
import { endPaidPeriod } from "#app/modules/standing/write-tier-periods.server.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import type { Db } from "#app/platform/db.server.ts";

/**
 * Takes a year of gold back whose money goes back, in the caller's transaction, and tells its owner: it ends now,
 * without grace. What was earned while it held stays earned, and gold that the member has otherwise goes on.
 *
 * The caller holds `lockOrdersOf` (modules/service), taken before any lock of its own.
 *
 * @param by whoever gives the money back; null where nobody of the club does.
 * @returns whether there was a year to take back.
 */
export async function endGoldYear(
  tx: Db,
  { paymentId, by }: { paymentId: number; by: number | null },
): Promise<boolean> {
  const year = await tx.goldYear.findUnique({
    where: { paymentId },
    include: { member: { select: { number: true, person: { select: READER } } } },
  });
  const context = await orderImportContext(undefined, tx);
  const { now } = context;
  if (year?.state !== "paid" || !year.endsAt || year.endsAt <= now) return false;
  const { memberId, member } = year;
  await tx.goldYear.update({ where: { paymentId }, data: { state: "ended", endedAt: now } });
  if (year.tierPeriodId !== null) await endPaidPeriod(tx, year.tierPeriodId, { at: now, by });
  const { orders, points } = await rejudgeOrders(tx, memberId, context);
  await writeAudit(tx, {
    personId: by,
    action: "gold.taken-back",
    subject: `member:${member.number}`,
    detail: { payment: paymentId, orders, points },
  });
  const standing = (await loadTierStatuses(tx, [memberId])).get(memberId)?.standing;
  const gold = standing?.tier === "gold" ? standing : null;
  await writeLetterTo(tx, member.person, {
    template: "tier-changed",
    props: {
      tier: gold ? "gold" : "silver",
      cause: "dues_withdrawn",
      through: gold && lastGoldDay(gold),
      reason: null,
      paymentId,
    },
    dedupKey: `gold-taken-back:${paymentId}`,
  });
  return true;
}
