import type { Prisma } from "#app/generated.server/prisma/client.ts";
import { unseal } from "#app/platform/secret.server.ts";
import { totpStep } from "./totp.server.ts";

/** The secret of an authenticator is encrypted for this, and for its person. */
export const AUTHENTICATOR_SEAL = "authenticator";

/**
 * Tries the code of an authenticator. Under the row's lock, so that no step is good twice: neither later
 * nor in two browsers at once (RFC 6238, 5.2).
 *
 * @param which the one that counts, or the one that is being set up.
 */
export async function verifyAuthenticatorCode(
  tx: Prisma.TransactionClient,
  personId: number,
  code: string,
  which: "confirmed" | "new" = "confirmed",
): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ secret: Uint8Array; last_step: bigint | null }[]>`
    select secret, last_step from authenticator
    where person_id = ${personId} and (confirmed_at is not null) = ${which === "confirmed"}
    for update`;
  if (!row) return false;
  const secret = await unseal(AUTHENTICATOR_SEAL, row.secret, String(personId));
  const step = await totpStep(secret, code);
  if (step === null || (row.last_step !== null && step <= row.last_step)) return false;
  await tx.$executeRaw`
    update authenticator
    set last_step = ${step}, confirmed_at = coalesce(confirmed_at, now())
    where person_id = ${personId}`;
  return true;
}
