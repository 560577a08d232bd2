import type { Leaver } from "#app/modules/feature.ts";
import type { Db } from "#app/platform/db.server.ts";

/**
 * The member's orders keep whose they were, and let go of their awards: a correction that the workshop sends
 * later must find nothing to take back from an account that is closed. What the desk noted of a visit goes.
 */
export async function eraseVisits(db: Db, { member }: Leaver): Promise<void> {
  if (!member) return;
  await db.$queryRaw`
    select id from service_order where member_id = ${member.id} and award_txn_id is not null
    order by id for update`;
  await db.$executeRaw`
    update service_order set award_txn_id = null
    where member_id = ${member.id} and award_txn_id is not null`;
  await db.reception.updateMany({ where: { memberId: member.id }, data: { note: null } });
  await db.reception.updateMany({
    where: { memberId: member.id, voidReason: { not: null } },
    data: { voidReason: "—" },
  });
}
