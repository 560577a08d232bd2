import type { PrismaClient } from "#app/generated.server/prisma/client.ts";
import { endOtherSessions } from "#app/modules/auth/renew-session.server.ts";
import { writeSecurityLetter } from "#app/modules/auth/security-letter.server.ts";

/**
 * Takes somebody's authenticator away, with the recovery codes that stood in for it, and signs them out in
 * every other browser. Whoever works at the dealership and has no other second factor has to set one up
 * before the next staff page.
 */
export async function removeAuthenticator(
  db: PrismaClient,
  who: { personId: number; sessionId: string },
): Promise<void> {
  const { personId, sessionId } = who;
  await db.$transaction(async (tx) => {
    const { count } = await tx.authenticator.deleteMany({ where: { personId } });
    if (count === 0) return;
    await tx.recoveryCode.deleteMany({ where: { personId } });
    await endOtherSessions(tx, personId, sessionId);
    await writeSecurityLetter(tx, personId, "authenticator-removed");
  });
}
