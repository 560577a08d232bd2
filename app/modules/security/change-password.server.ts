import type { PrismaClient } from "#app/generated.server/prisma/client.ts";
import { REAUTHENTICATION_ATTEMPTS } from "#app/modules/auth/limits.ts";
import {
  judgePassword,
  normalisePassword,
  type PasswordRefusal,
} from "#app/modules/auth/password-rules.ts";
import { hashPassword, verifyPassword } from "#app/modules/auth/passwords.server.ts";
import {
  endOtherSessions,
  type RenewedSession,
  renewSession,
} from "#app/modules/auth/renew-session.server.ts";
import { writeSecurityLetter } from "#app/modules/auth/security-letter.server.ts";
import { consumeAttempt, resetAttempts } from "#app/platform/rate-limit.server.ts";

export type ChangePasswordAnswer =
  | { ok: true; session: RenewedSession }
  | { ok: false; refusal: "wrong-password" | PasswordRefusal }
  | { ok: false; refusal: "too-many"; retryAt: Date };

/**
 * Sets the password of somebody who is signed in, by the present one if they have one (OWASP ASVS 5.0,
 * 6.2.3). Signs them out everywhere else and tells them by letter.
 *
 * @param asked.present the present password; ignored for a person without one that proves more than an inbox,
 *   who has to have confirmed that it is them before this is called.
 * @param asked.clubNames the club's names, which make poor passwords.
 */
export async function changePassword(
  db: PrismaClient,
  who: { personId: number; sessionId: string },
  asked: { present: string; password: string; clubNames: string[] },
): Promise<ChangePasswordAnswer> {
  const { personId, sessionId } = who;
  const { passwordHash, passwordByInbox, ...known } = await db.person.findUniqueOrThrow({
    where: { id: personId },
    select: { email: true, name: true, passwordHash: true, passwordByInbox: true },
  });
  const judgement = judgePassword(asked.password, { ...known, clubNames: asked.clubNames });
  if (!judgement.ok) return judgement;
  if (passwordHash !== null && !passwordByInbox) {
    const subject = `person ${personId}`;
    const turn = await consumeAttempt(REAUTHENTICATION_ATTEMPTS, subject);
    if (!turn.ok) return { ok: false, refusal: "too-many", retryAt: turn.retryAt };
    if (!(await verifyPassword(passwordHash, normalisePassword(asked.present)))) {
      return { ok: false, refusal: "wrong-password" };
    }
    await resetAttempts(REAUTHENTICATION_ATTEMPTS, subject);
  }
  const newHash = await hashPassword(judgement.password);
  return db.$transaction(async (tx) => {
    await endOtherSessions(tx, personId, sessionId);
    const session = await renewSession(tx, sessionId, { secondFactor: false });
    // Ended from another browser a moment ago: whoever did that does not want this one to change anything.
    if (!session) return { ok: false as const, refusal: "wrong-password" as const };
    const data = { passwordHash: newHash, passwordByInbox: false };
    await tx.person.update({ where: { id: personId }, data });
    await writeSecurityLetter(tx, personId, "password-set");
    return { ok: true as const, session };
  });
}
