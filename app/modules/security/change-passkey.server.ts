import type { PrismaClient } from "#app/generated.server/prisma/client.ts";
import { endOtherSessions } from "#app/modules/auth/renew-session.server.ts";
import { writeSecurityLetter } from "#app/modules/auth/security-letter.server.ts";
import type { Db } from "#app/platform/db.server.ts";

/** One of somebody's own passkeys; null for anybody else's. */
export async function loadPasskey(
  db: Db,
  personId: number,
  id: string,
): Promise<{ id: string; name: string } | null> {
  return db.passkey.findFirst({ where: { id, personId }, select: { id: true, name: true } });
}

/**
 * Gives one of somebody's own passkeys another name.
 *
 * @returns whether they have such a one.
 */
export async function renamePasskey(
  db: Db,
  personId: number,
  id: string,
  name: string,
): Promise<boolean> {
  const { count } = await db.passkey.updateMany({ where: { id, personId }, data: { name } });
  return count === 1;
}

/**
 * Takes one of somebody's own passkeys away and signs them out in every other browser.
 *
 * @returns whether they had such a one.
 */
export async function removePasskey(
  db: PrismaClient,
  who: { personId: number; sessionId: string },
  id: string,
): Promise<boolean> {
  const { personId, sessionId } = who;
  return db.$transaction(async (tx) => {
    const { count } = await tx.passkey.deleteMany({ where: { id, personId } });
    if (count === 0) return false;
    await endOtherSessions(tx, personId, sessionId);
    await writeSecurityLetter(tx, personId, "passkey-removed");
    return true;
  });
}
