import type { Db } from "#app/platform/db.server.ts";

/** Removes challenges that have ended, authenticators never confirmed, and former addresses after 90 days. */
export async function sweepSecurity(db: Db): Promise<void> {
  await db.$executeRaw`delete from auth_challenge where expires_at <= now()`;
  await db.$executeRaw`
    delete from authenticator
    where confirmed_at is null and created_at <= now() - interval '1 day'`;
  await db.$executeRaw`
    delete from email_change
    where asked_at <= now() - case when done_at is null then interval '1 day' else interval '90 days' end`;
}
