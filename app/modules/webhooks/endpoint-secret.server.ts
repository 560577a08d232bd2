import { randomBytes } from "node:crypto";
import { seal, unseal } from "#app/platform/secret.server.ts";

/** Standard Webhooks asks for 24 bytes at least, and 64 at most. */
const BYTES = 32;
const PREFIX = "whsec_";
const SEAL = "webhook-secret";

/** For so long what a program still has signs as well, once there is a new secret. */
export const OLD_SECRET_HOURS = 24;

/** A secret that nobody has, as Standard Webhooks writes it. */
export const newSecret = (): string => PREFIX + randomBytes(BYTES).toString("base64");

/**
 * Encrypts a secret, which is read again for every message.
 *
 * @param requestKey of the endpoint that it is for: it opens for no other.
 */
export const sealSecret = (secret: string, requestKey: string) =>
  seal(SEAL, secret, requestKey).then((sealed) => new Uint8Array(sealed));

/** @throws Error where it was sealed for another endpoint, or the club's own secret has changed. */
export const openSecret = (sealed: Uint8Array, requestKey: string): Promise<string> =>
  unseal(SEAL, sealed, requestKey);
