import { type RegistrationResponseJSON, verifyRegistrationResponse } from "@simplewebauthn/server";
import type { PrismaClient } from "#app/generated.server/prisma/client.ts";
import { type RenewedSession, renewSession } from "#app/modules/auth/renew-session.server.ts";
import { writeSecurityLetter } from "#app/modules/auth/security-letter.server.ts";
import { log } from "#app/platform/log.server.ts";
import { takeChallenge } from "./passkey-challenge.server.ts";
import { passkeySite } from "./passkey-site.server.ts";

/** Nobody has so many devices. */
const MOST_PASSKEYS = 20;

export type AddPasskeyAnswer =
  | { ok: true; session: RenewedSession }
  | { ok: false; refusal: "wrong" | "too-many-passkeys" };

/**
 * Keeps a passkey that a device has made, under a name that its owner gives it. Whoever made one has just
 * used it, face, finger or PIN and all: it counts as a second factor for this session.
 *
 * @param who.token by which the browser comes back for its challenge.
 */
export async function addPasskey(
  db: PrismaClient,
  who: { personId: number; sessionId: string; token: string | null },
  name: string,
  response: RegistrationResponseJSON,
): Promise<AddPasskeyAnswer> {
  const { personId, sessionId, token } = who;
  const challenge = await takeChallenge(db, token, "add", personId);
  if (!challenge) return { ok: false, refusal: "wrong" };
  if ((await db.passkey.count({ where: { personId } })) >= MOST_PASSKEYS) {
    return { ok: false, refusal: "too-many-passkeys" };
  }
  const site = passkeySite();
  const verified = await verifyRegistrationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: site.origin,
    expectedRPID: site.rpID,
    requireUserVerification: true,
  }).catch((error: Error) => {
    log().warn({ person: personId, reason: error.message }, "a new passkey was refused");
    return null;
  });
  if (!verified?.verified) return { ok: false, refusal: "wrong" };

  const { credential, credentialBackedUp } = verified.registrationInfo;
  return db.$transaction(async (tx) => {
    const { count } = await tx.passkey.createMany({
      data: [
        {
          id: credential.id,
          personId,
          name,
          publicKey: new Uint8Array(credential.publicKey),
          counter: credential.counter,
          transports: credential.transports ?? [],
          backedUp: credentialBackedUp,
        },
      ],
      skipDuplicates: true,
    });
    // Some device's already, this person's or another's.
    if (count === 0) return { ok: false as const, refusal: "wrong" as const };
    const session = await renewSession(tx, sessionId, { secondFactor: true });
    if (!session) throw new Error("The session ended while a passkey was added.");
    await writeSecurityLetter(tx, personId, "passkey-added");
    return { ok: true as const, session };
  });
}
