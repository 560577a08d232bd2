import type { PrismaClient } from "#app/generated.server/prisma/client.ts";
import { writeSecurityLetter } from "#app/modules/auth/security-letter.server.ts";
import { newRecoveryCodes } from "./recovery-codes.server.ts";

/**
 * Makes ten new recovery codes in place of those before, whether or not these were used.
 *
 * @returns them, to be shown once; null for somebody without an authenticator that they could stand in for.
 */
export async function renewRecoveryCodes(
  db: PrismaClient,
  personId: number,
): Promise<string[] | null> {
  return db.$transaction(async (tx) => {
    // The lock: two at once make one after the other, and the later ten count.
    const locked = await tx.$executeRaw`
      update authenticator set confirmed_at = confirmed_at
      where person_id = ${personId} and confirmed_at is not null`;
    if (locked === 0) return null;
    const codes = await newRecoveryCodes(tx, personId);
    await writeSecurityLetter(tx, personId, "recovery-codes");
    return codes;
  });
}
