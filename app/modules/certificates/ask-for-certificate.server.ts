import { db } from "#app/platform/db.server.ts";
import { consumeAttempt, type Limit, refundAttempt } from "#app/platform/rate-limit.server.ts";
import { addressGroup } from "#app/platform/request-address.server.ts";
import { type Confirmed, confirmCertificate } from "./confirm-certificate.server.ts";

/** Codes that nobody has, tried from one place; whoever checks a class's certificates types no such ones. */
const UNKNOWN_CODES: Limit = { name: "certificate-codes", turns: 20, seconds: 600 };

/**
 * Confirms a certificate to whoever asks. Only codes that nobody has count against the place that they come from.
 *
 * @returns null where no certificate has that code.
 */
export async function askForCertificate(
  code: string,
  address: string,
): Promise<Confirmed | "too-many" | null> {
  const subject = addressGroup(address);
  const turn = await consumeAttempt(UNKNOWN_CODES, subject);
  if (!turn.ok) return "too-many";
  const confirmed = await confirmCertificate(db(), code);
  if (confirmed) await refundAttempt(UNKNOWN_CODES, subject);
  return confirmed;
}
