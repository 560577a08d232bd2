import type { PrismaClient } from "#app/generated.server/prisma/client.ts";

/** Forgets goals that were reached: gifts that somebody took since they began to save for them, by whatever way. */
export async function sweepGoals(db: PrismaClient): Promise<void> {
  await db.$executeRaw`
    delete from gift_goal where exists (
      select from redemption where redemption.gift_id = gift_goal.gift_id
        and redemption.member_id = gift_goal.member_id and redemption.created_at >= gift_goal.created_at
        and redemption.state not in ('cancelled', 'lapsed', 'returned'))`;
}
