import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Leaver } from "#app/modules/feature.ts";
import { noteGivenUp } from "#app/modules/payments/cancel-payment.server.ts";
import type { Db } from "#app/platform/db.server.ts";

/**
 * What somebody who leaves has asked for is let go. What was paid stays in the books; a year that they leave behind
 * ends, and its money waits for finance.
 */
export async function eraseDues(tx: Db, { member }: Leaver): Promise<void> {
  if (!member) return;
  await tx.goldYear.updateMany({
    where: { memberId: member.id, state: "owed" },
    data: { state: "cancelled" },
  });
  const now = new Date();
  const leftBehind = await tx.goldYear.findMany({
    where: { memberId: member.id, state: "paid", endsAt: { gt: now } },
    orderBy: { id: "asc" },
    select: { id: true, paymentId: true },
  });
  for (const { id, paymentId } of leftBehind) {
    await tx.goldYear.update({ where: { id }, data: { state: "ended", endedAt: now } });
    await noteGivenUp(tx, paymentId);
  }
}

/** What has reached a closed account in the moment it was closed, over the rows of `member`. */
export const LEFT_OPEN = Prisma.sql`
  exists (select from gold_year where gold_year.member_id = member.id
    and (gold_year.state = 'owed' or gold_year.state = 'paid' and gold_year.ends_at > now()))`;
