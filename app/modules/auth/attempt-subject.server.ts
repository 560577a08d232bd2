import type { Db } from "#app/platform/db.server.ts";
import { tokenHash } from "./session-token.server.ts";

/**
 * Whom an account's limit is about. A browser with which the account's owner has signed in before has turns of
 * its own, so that a stranger who uses up those of the address does not keep the owner out; all browsers that
 * are strangers to the account share the address's.
 *
 * @param email lower case, of an account or of nobody.
 * @param known what the browser kept of earlier sign-ins, of whomever.
 */
export async function attemptSubject(db: Db, email: string, known: string | null): Promise<string> {
  if (known === null) return email;
  const hash = tokenHash(known);
  const met = await db.knownBrowser.count({ where: { tokenHash: hash, person: { email } } });
  return met > 0 ? `${email} ${hash}` : email;
}
