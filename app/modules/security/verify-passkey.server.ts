import {
  type AuthenticationResponseJSON,
  verifyAuthenticationResponse,
} from "@simplewebauthn/server";
import type { Db } from "#app/platform/db.server.ts";
import { log } from "#app/platform/log.server.ts";
import { takeChallenge } from "./passkey-challenge.server.ts";
import { passkeySite } from "./passkey-site.server.ts";

/**
 * Judges what a passkey signed, against a challenge that is good once. A key whose counter did not go on was
 * copied, or is used for the second time: it is refused (WebAuthn 2, 6.1.1). Most passkeys do not count and
 * always say zero.
 *
 * @param asked.token by which the browser comes back for its challenge.
 * @param asked.personId whose it has to be; null where whoever's it is signs in.
 * @returns the person, or null for whatever is not right; who tries is not told what.
 */
export async function verifyPasskey(
  db: Db,
  asked: { purpose: "sign-in" | "confirm"; token: string | null; personId: number | null },
  response: AuthenticationResponseJSON,
): Promise<number | null> {
  const challenge = await takeChallenge(db, asked.token, asked.purpose, asked.personId);
  if (!challenge) return null;
  const passkey = await db.passkey.findFirst({
    where: { id: response.id, person: { closedAt: null } },
  });
  if (!passkey) return null;
  const { personId } = passkey;
  if (asked.personId !== null && asked.personId !== personId) return null;

  const site = passkeySite();
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: site.origin,
    expectedRPID: site.rpID,
    requireUserVerification: true,
    credential: {
      id: passkey.id,
      publicKey: new Uint8Array(passkey.publicKey),
      counter: Number(passkey.counter),
      transports: passkey.transports,
    },
  }).catch((error: Error) => {
    log().warn({ person: personId, reason: error.message }, "a passkey was refused");
    return null;
  });
  if (!verified?.verified) return null;

  const { newCounter, credentialBackedUp } = verified.authenticationInfo;
  const counted = await db.$executeRaw`
    update passkey
    set counter = ${newCounter}, backed_up = ${credentialBackedUp}, last_used_at = now()
    where id = ${passkey.id} and (counter < ${newCounter} or (counter = 0 and ${newCounter} = 0))`;
  return counted === 1 ? personId : null;
}
