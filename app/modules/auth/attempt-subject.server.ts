import type { Db } from "#app/platform/db.server.ts";
import { tokenHash } from "./session-token.server.ts";

/** Whom a limit is about. */
export type AttemptSubject = {
  /** What its turns are counted under. */
  key: string;
  /** It is a browser of the account's owner, and not all those that are strangers to the account. */
  known: boolean;
};

/**
 * Whom an account's limit is about. A browser with which the account's owner has signed in before has turns of
 * its own, so that a stranger who uses up those of the address does not keep the owner out; all browsers that
 * are strangers to the account share the address's.
 *
 * @param email lower case, of an account or of nobody.
 * @param known what the browser kept of earlier sign-ins, of whomever.
 */
export async function attemptSubject(
  db: Db,
  email: string,
  known: string | null,
): Promise<AttemptSubject> {
  if (known === null) return { key: email, known: false };
  const hash = tokenHash(known);
  const met = await db.knownBrowser.count({ where: { tokenHash: hash, person: { email } } });
  return met > 0 ? { key: `${email} ${hash}`, known: true } : { key: email, known: false };
}
