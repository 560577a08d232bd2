import type { PrismaClient } from "#app/generated.server/prisma/client.ts";
import { type RenewedSession, renewSession } from "#app/modules/auth/renew-session.server.ts";
import { writeSecurityLetter } from "#app/modules/auth/security-letter.server.ts";
import { noteSecurity } from "#app/platform/security-log.server.ts";
import { verifyAuthenticatorCode } from "./authenticator-code.server.ts";
import { verifyRecoveryCode } from "./recovery-codes.server.ts";
import { consumeSecondFactorAttempt } from "./second-factor-attempt.server.ts";

export type GiveSecondFactorAnswer =
  | { ok: true; session: RenewedSession }
  | { ok: false; refusal: "wrong" }
  | { ok: false; refusal: "too-many"; retryAt: Date };

/**
 * Takes the second factor of somebody who has given the first: the code of their authenticator, or one of
 * the recovery codes, which they are told of by letter. The session gets a new token.
 *
 * @param who.address where the try comes from.
 */
export async function giveSecondFactor(
  db: PrismaClient,
  who: { personId: number; sessionId: string; address: string },
  given: { kind: "authenticator" | "recovery"; code: string },
): Promise<GiveSecondFactorAnswer> {
  const { personId, sessionId, address } = who;
  const turn = await consumeSecondFactorAttempt(personId, address);
  if (!turn.ok) return { ok: false, refusal: "too-many", retryAt: turn.retryAt };
  const session = await db.$transaction(async (tx) => {
    const right =
      given.kind === "authenticator"
        ? await verifyAuthenticatorCode(tx, personId, given.code)
        : await verifyRecoveryCode(tx, personId, given.code);
    if (!right) return null;
    if (given.kind === "recovery") await writeSecurityLetter(tx, personId, "recovery-code-used");
    return renewSession(tx, sessionId, { secondFactor: true });
  });
  if (!session) {
    noteSecurity({ event: "proof-refused", proof: given.kind, person: personId, address });
    return { ok: false, refusal: "wrong" };
  }
  noteSecurity({ event: "second-factor-given", person: personId, kind: given.kind, address });
  await turn.wasRight();
  return { ok: true, session };
}
