import type { Db } from "#app/platform/db.server.ts";
import { newToken, tokenHash } from "./session-token.server.ts";

/** A session's new token, and the instant at which it ends as before. */
export type RenewedSession = { token: string; endsAt: Date };

/**
 * Gives a session a new token once its person has proved again that it is them (OWASP ASVS 5.0, 7.2.4):
 * the old one is worth nothing from then on.
 *
 * @param sessionId see `SignedIn`.
 * @param proof.secondFactor the proof counts as a second factor.
 * @returns null where the session ended meanwhile.
 */
export async function renewSession(
  db: Db,
  sessionId: string,
  proof: { secondFactor: boolean },
): Promise<RenewedSession | null> {
  const token = newToken();
  const [renewed] = await db.$queryRaw<{ ends_at: Date }[]>`
    update session
    set id = ${tokenHash(token)}, confirmed_at = now(), seen_at = now(),
        second_factor_at = case when ${proof.secondFactor} then now() else second_factor_at end
    where id = ${sessionId} and ends_at > now()
    returning ends_at`;
  return renewed ? { token, endsAt: renewed.ends_at } : null;
}

/** Signs a person out everywhere but in one browser. */
export async function endOtherSessions(db: Db, personId: number, sessionId: string): Promise<void> {
  await db.session.deleteMany({ where: { personId, id: { not: sessionId } } });
}
