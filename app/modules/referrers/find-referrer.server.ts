import type { Db } from "#app/platform/db.server.ts";
import { firstName } from "./first-name.ts";
import { readShortCode } from "./short-code.ts";

/** Somebody whose link was opened. */
export type FoundReferrer = {
  personId: number;
  token: string;
  /** As friends call them; null where they did not agree to be named. */
  name: string | null;
};

/**
 * Finds whose link was opened, by what it ends in: the token, or the short code as somebody typed it. A GET may do
 * so as often as it likes: nothing is counted, and nothing is used up.
 *
 * @returns null where it is nobody's, or theirs whose account is closed.
 */
export async function findReferrer(db: Db, typed: string): Promise<FoundReferrer | null> {
  const code = readShortCode(typed);
  const found = await db.referrer.findFirst({
    where: {
      OR: [{ token: typed.slice(0, 100) }, ...(code ? [{ code }] : [])],
      person: { closedAt: null },
    },
    select: { personId: true, token: true, showsName: true, person: { select: { name: true } } },
  });
  if (!found) return null;
  const { personId, token, showsName, person } = found;
  return { personId, token, name: showsName ? firstName(person.name) : null };
}
