import type { Leaver } from "#app/modules/feature.ts";
import type { Db } from "#app/platform/db.server.ts";

/** Ends a member's gold, and takes away why they were given it. */
export async function eraseGold(db: Db, { member }: Leaver): Promise<void> {
  if (!member) return;
  await db.tierPeriod.updateMany({ where: { memberId: member.id }, data: { reason: null } });
  // A year that was paid for in advance has not begun.
  await db.$executeRaw`
    delete from tier_period where member_id = ${member.id} and starts_at >= now()`;
  await db.$executeRaw`
    update tier_period set ends_at = now()
    where member_id = ${member.id} and (ends_at is null or ends_at > now())`;
}
