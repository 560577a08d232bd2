import type { Db } from "#app/platform/db.server.ts";

/**
 * Removes what has ended: sessions, challenges, ways into the club that nobody went to their end, codes of
 * yesterday, authenticators that were never confirmed, browsers not seen for 400 days, former addresses
 * after 90, and counters of limits that have run out.
 */
export async function sweepAuth(db: Db): Promise<void> {
  await db.$executeRaw`delete from session where ends_at <= now()`;
  await db.$executeRaw`delete from auth_challenge where expires_at <= now()`;
  await db.$executeRaw`delete from joining where expires_at <= now() - interval '1 day'`;
  await db.$executeRaw`
    delete from email_code
    where expires_at <= now() - interval '1 day' or used_at <= now() - interval '1 day'`;
  await db.$executeRaw`
    delete from authenticator
    where confirmed_at is null and created_at <= now() - interval '1 day'`;
  await db.$executeRaw`delete from known_browser where seen_at <= now() - interval '400 days'`;
  await db.$executeRaw`
    delete from email_change
    where asked_at <= now() - case when done_at is null then interval '1 day' else interval '90 days' end`;
  await db.$executeRaw`delete from rate_limit where expire < extract(epoch from now()) * 1000`;
}
