import {
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
} from "@simplewebauthn/server";
import type { Db } from "#app/platform/db.server.ts";
import { sign } from "#app/platform/secret.server.ts";
import { keepChallenge } from "./passkey-challenge.server.ts";
import { passkeySite } from "./passkey-site.server.ts";

/**
 * Asks a device to make a passkey for somebody: one that it lists by itself, and uses only after a face, a
 * finger or a PIN. Devices that have one of theirs already say so.
 *
 * @param person.email shown by the device beside the passkey.
 * @param club the club's name, in the reader's language.
 */
export async function beginPasskey(
  db: Db,
  person: { id: number; name: string; email: string | null },
  club: string,
): Promise<{ options: PublicKeyCredentialCreationOptionsJSON; token: string }> {
  const own = await db.passkey.findMany({ where: { personId: person.id } });
  const options = await generateRegistrationOptions({
    rpName: club,
    rpID: passkeySite().rpID,
    userName: person.email ?? person.name,
    userDisplayName: person.name,
    // The device keeps it: it says nothing of the person, and is the same for all of their passkeys.
    userID: new Uint8Array(await sign("passkey-user", String(person.id))),
    attestationType: "none",
    excludeCredentials: own.map(({ id, transports }) => ({ id, transports })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
  const token = await keepChallenge(db, "add", person.id, options.challenge);
  return { options, token };
}
