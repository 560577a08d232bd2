import type { Db } from "#app/platform/db.server.ts";

/** Removes the addresses of those who did not go on to their card. */
export async function sweepJoinings(db: Db): Promise<void> {
  await db.$executeRaw`delete from joining where expires_at <= now() - interval '1 day'`;
}
