import type { Db } from "#app/platform/db.server.ts";

/** Takes the codes that have ended out of letters that were kept for want of a mail server. */
export async function sweepLetters(db: Db): Promise<void> {
  await db.$executeRaw`
    update mail set props = props - 'code'
    where state = 'kept' and template = 'sign-in-code' and props ? 'code'
      and (props->>'expiresAt')::timestamptz <= now()`;
}

/** Takes away the letter that told somebody that their account is closed, once it has gone out. */
export async function sweepLastLetters(db: Db): Promise<void> {
  await db.$executeRaw`
    delete from mail using person
    where person.id = mail.person_id and person.closed_at < now() - interval '1 day'
      and mail.state not in ('waiting', 'sending')`;
}
