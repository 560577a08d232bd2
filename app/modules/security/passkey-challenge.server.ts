import { newToken, tokenHash } from "#app/modules/auth/session-token.server.ts";
import type { Db } from "#app/platform/db.server.ts";

/** What a passkey signs for; a challenge for one thing is worth nothing for another. */
const PASSKEY_PURPOSES = ["sign-in", "confirm", "add"] as const;
export type PasskeyPurpose = (typeof PASSKEY_PURPOSES)[number];

const CHALLENGE_MINUTES = 5;

/**
 * Keeps what a passkey is asked to sign.
 *
 * @param personId whose passkey it has to be; null at sign-in, where nobody knows yet.
 * @returns the token by which the browser comes back for it.
 */
export async function keepChallenge(
  db: Db,
  purpose: PasskeyPurpose,
  personId: number | null,
  challenge: string,
): Promise<string> {
  const token = newToken();
  await db.$executeRaw`
    insert into auth_challenge (id, person_id, purpose, challenge, expires_at)
    values (${tokenHash(token)}, ${personId}::int, ${purpose}, ${challenge},
            now() + make_interval(mins => ${CHALLENGE_MINUTES}))`;
  return token;
}

/** Takes a challenge away, so that it is good once; null where there is none, or not for this. */
export async function takeChallenge(
  db: Db,
  token: string | null,
  purpose: PasskeyPurpose,
  personId: number | null,
): Promise<string | null> {
  if (!token) return null;
  const [taken] = await db.$queryRaw<{ challenge: string }[]>`
    delete from auth_challenge
    where id = ${tokenHash(token)} and purpose = ${purpose}
      and person_id is not distinct from ${personId}::int and expires_at > now()
    returning challenge`;
  return taken?.challenge ?? null;
}
