import type { PrismaClient } from "#app/generated.server/prisma/client.ts";
import {
  type Browser,
  type OpenedSession,
  openSession,
} from "#app/modules/auth/open-session.server.ts";
import { tokenHash } from "#app/modules/auth/session-token.server.ts";

/** An answer that was lost is asked for again within minutes; later a code by e-mail signs in. */
const MINUTES = 15;

/**
 * Opens the card for a browser that handed the form in and never got the answer, once.
 *
 * @returns null where there is no such card, or it was too long ago.
 */
export async function resumeCard(
  db: PrismaClient,
  token: string,
  browser: Browser,
): Promise<OpenedSession | null> {
  return db.$transaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ person_id: number }[]>`
      with ended as (
        update joining set expires_at = now()
        where id = ${tokenHash(token)} and expires_at > now()
          and done_at > now() - make_interval(mins => ${MINUTES})
        returning member_id)
      select member.person_id from ended join member on member.id = ended.member_id
      join person on person.id = member.person_id and person.closed_at is null`;
    if (!row) return null;
    return openSession(tx, row.person_id, browser, { method: "joining", secondFactor: false });
  });
}
