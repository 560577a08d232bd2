import type { Db } from "#app/platform/db.server.ts";

/** Removes what has ended: sessions, codes of yesterday, counters of limits that have run out. */
export async function sweepAuth(db: Db): Promise<void> {
  await db.$executeRaw`delete from session where ends_at <= now()`;
  await db.$executeRaw`delete from email_code where expires_at <= now() - interval '1 day'`;
  await db.$executeRaw`delete from rate_limit where expire < extract(epoch from now()) * 1000`;
}
