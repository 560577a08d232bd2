import type { AuthenticationResponseJSON } from "@simplewebauthn/server";
import { ADDRESS_ATTEMPTS } from "#app/modules/auth/limits.ts";
import { type Browser, openSession } from "#app/modules/auth/open-session.server.ts";
import type { SignInAnswer } from "#app/modules/auth/sign-in-with-password.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { consumeAttempt } from "#app/platform/rate-limit.server.ts";
import { addressGroup } from "#app/platform/request-address.server.ts";
import { noteSecurity } from "#app/platform/security-log.server.ts";
import { verifyPasskey } from "./verify-passkey.server.ts";

/**
 * Signs in whoever's passkey it is. It counts as both factors: the device is one, and the face, finger or
 * PIN that it asked for the other.
 *
 * @param token by which the browser comes back for its challenge.
 */
export async function signInWithPasskey(
  db: Db,
  token: string | null,
  response: AuthenticationResponseJSON,
  browser: Browser,
): Promise<SignInAnswer> {
  const turn = await consumeAttempt(ADDRESS_ATTEMPTS, addressGroup(browser.address));
  if (!turn.ok) return { ok: false, refusal: "too-many", retryAt: turn.retryAt };
  const asked = { purpose: "sign-in", token, personId: null } as const;
  const personId = await verifyPasskey(db, asked, response);
  if (personId === null) {
    const { address } = browser;
    noteSecurity({ event: "proof-refused", proof: "passkey", person: null, address });
    return { ok: false, refusal: "wrong" };
  }
  const proof = { method: "passkey", secondFactor: true } as const;
  return { ok: true, ...(await openSession(db, personId, browser, proof)) };
}
