import { randomInt } from "node:crypto";
import { getTOTPAuthUri, verifyTOTP } from "@epic-web/totp";

/** What every authenticator app takes without asking (RFC 6238): nothing else is safe to choose. */
const KIND = { algorithm: "SHA-1", digits: 6, period: 30 } as const;

const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
/** 160 bits, as RFC 4226 recommends. */
const SECRET_LENGTH = 32;

/** A new secret, in base32. */
export const newTotpSecret = (): string =>
  Array.from({ length: SECRET_LENGTH }, () => BASE32[randomInt(BASE32.length)]).join("");

/** What the QR code says: the secret, and under which name the app lists it. */
export function totpUri(secret: string, club: string, account: string): string {
  return getTOTPAuthUri({ ...KIND, secret, issuer: club, accountName: account });
}

/**
 * Finds the time step that a code is of: the present one, or one to either side for clocks that differ.
 *
 * @param code six digits.
 * @returns the step's number since 1970, or null for a code of none of the three.
 */
export async function totpStep(secret: string, code: string): Promise<number | null> {
  for (;;) {
    const step = presentStep();
    const match = await verifyTOTP({ ...KIND, otp: code, secret, window: 1 });
    // Judged across the turn of a step, the difference would count from another one.
    if (presentStep() === step) return match ? step + match.delta : null;
  }
}

const presentStep = () => Math.floor(Date.now() / (KIND.period * 1_000));
