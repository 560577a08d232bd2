import type { Leaver } from "#app/modules/feature.ts";
import type { Db } from "#app/platform/db.server.ts";

/** What is owed is owed no more; what was paid and refunded stays, without what was written about it. */
export async function erasePayments(db: Db, { member }: Leaver): Promise<void> {
  if (!member) return;
  await db.payment.updateMany({
    where: { memberId: member.id, state: "open" },
    data: { state: "cancelled", cancelledAt: new Date() },
  });
  await db.paymentRefund.updateMany({
    where: { payment: { memberId: member.id }, reason: { not: null } },
    data: { reason: null },
  });
}
