import {
  generateAuthenticationOptions,
  type PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/server";
import { ADDRESS_CHALLENGES } from "#app/modules/auth/limits.ts";
import type { Db } from "#app/platform/db.server.ts";
import { consumeAttempt } from "#app/platform/rate-limit.server.ts";
import { addressGroup } from "#app/platform/request-address.server.ts";
import { keepChallenge } from "./passkey-challenge.server.ts";
import { passkeySite } from "./passkey-site.server.ts";

export type PasskeyAsked =
  | { ok: true; options: PublicKeyCredentialRequestOptionsJSON; token: string }
  | { ok: false; refusal: "too-many"; retryAt: Date };

/**
 * Asks for a passkey: to sign in, where whoever holds the device chooses which, or to confirm that it is
 * `personId`. Their face, finger or PIN is asked for, which makes it two factors at once.
 */
export async function askForPasskey(
  db: Db,
  purpose: "sign-in" | "confirm",
  who: { personId: number | null; address: string },
): Promise<PasskeyAsked> {
  const turn = await consumeAttempt(ADDRESS_CHALLENGES, addressGroup(who.address));
  if (!turn.ok) return { ok: false, refusal: "too-many", retryAt: turn.retryAt };
  const own = who.personId
    ? await db.passkey.findMany({ where: { personId: who.personId } })
    : undefined;
  const options = await generateAuthenticationOptions({
    rpID: passkeySite().rpID,
    userVerification: "required",
    allowCredentials: own?.map(({ id, transports }) => ({ id, transports })),
  });
  const token = await keepChallenge(db, purpose, who.personId, options.challenge);
  return { ok: true, options, token };
}
