import { tokenHash } from "#app/modules/auth/session-token.server.ts";
import type { Db } from "#app/platform/db.server.ts";

/** Somebody whose address is proved and who has no card yet. */
export type Joining = {
  email: string;
  /** What is known of somebody who works here or recommends friends: they join under their account. */
  known: { name: string; phone: string | null } | null;
  /** The card is there already: the answer to the form was lost on its way. */
  done: boolean;
};

/** Who is on their way into the club in a browser; null when nobody is, or it was too long ago. */
export async function loadJoining(db: Db, token: string): Promise<Joining | null> {
  const [row] = await db.$queryRaw<
    { email: string; done: boolean; name: string | null; phone: string | null }[]
  >`
    select joining.email, joining.done_at is not null as done, person.name, person.phone
    from joining left join person on person.email = joining.email and person.closed_at is null
    where joining.id = ${tokenHash(token)} and joining.expires_at > now()`;
  if (!row) return null;
  const { email, done, name, phone } = row;
  return { email, done, known: name === null ? null : { name, phone } };
}
