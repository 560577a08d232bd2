import type { Db } from "#app/platform/db.server.ts";

/** Removes what has ended: sessions, codes of yesterday, browsers not seen for 400 days. */
export async function sweepAuth(db: Db): Promise<void> {
  await db.$executeRaw`delete from session where ends_at <= now()`;
  await db.$executeRaw`
    delete from email_code
    where expires_at <= now() - interval '1 day' or used_at <= now() - interval '1 day'`;
  await db.$executeRaw`delete from known_browser where seen_at <= now() - interval '400 days'`;
}
