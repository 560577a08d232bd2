import type { Db } from "#app/platform/db.server.ts";

/** Takes the codes that have ended out of letters that were kept for want of a mail server. */
export async function sweepLetters(db: Db): Promise<void> {
  await db.$executeRaw`
    update mail set props = props - 'code'
    where state = 'kept' and template = 'sign-in-code' and props ? 'code'
      and (props->>'expiresAt')::timestamptz <= now()`;
}
