import type { PrismaClient } from "#app/generated.server/prisma/client.ts";
import { SECOND_FACTOR_ATTEMPTS } from "#app/modules/auth/limits.ts";
import { type RenewedSession, renewSession } from "#app/modules/auth/renew-session.server.ts";
import { writeSecurityLetter } from "#app/modules/auth/security-letter.server.ts";
import { consumeAttempt } from "#app/platform/rate-limit.server.ts";
import { verifyAuthenticatorCode } from "./authenticator-code.server.ts";
import { newRecoveryCodes } from "./recovery-codes.server.ts";

export type ConfirmAuthenticatorAnswer =
  | { ok: true; session: RenewedSession; recoveryCodes: string[] }
  | { ok: false; refusal: "wrong" }
  | { ok: false; refusal: "too-many"; retryAt: Date };

/**
 * Makes an authenticator count, by the first code that it shows. From then on it is asked for at every
 * sign-in, and every other session of the person has to give it. Comes with ten recovery codes.
 *
 * @param code six digits.
 */
export async function confirmAuthenticator(
  db: PrismaClient,
  who: { personId: number; sessionId: string },
  code: string,
): Promise<ConfirmAuthenticatorAnswer> {
  const { personId, sessionId } = who;
  const turn = await consumeAttempt(SECOND_FACTOR_ATTEMPTS, `person ${personId}`);
  if (!turn.ok) return { ok: false, refusal: "too-many", retryAt: turn.retryAt };
  return db.$transaction(async (tx) => {
    if (!(await verifyAuthenticatorCode(tx, personId, code, "new"))) return WRONG;
    const session = await renewSession(tx, sessionId, { secondFactor: true });
    if (!session) throw new Error("The session ended while an authenticator was confirmed.");
    const recoveryCodes = await newRecoveryCodes(tx, personId);
    await writeSecurityLetter(tx, personId, "authenticator-added");
    return { ok: true as const, session, recoveryCodes };
  });
}

const WRONG = { ok: false, refusal: "wrong" } as const;
