import type { NothingReason } from "#app/modules/garage/visit.ts";

const CLAIM_STATES = ["open", "granted", "on-statement", "refused", "withdrawn"] as const;
/** `on-statement`: its order had its points already, and nothing was booked for the claim. */
export type ClaimState = (typeof CLAIM_STATES)[number];

/** Why an order earned nothing, as a refused claim keeps it where no person wrote a reason. */
const NOTHING_REASONS = [
  "cancelled",
  "kind-earns-nothing",
  "paid-by-someone-else",
  "payment-unknown",
  "too-small",
  "not-awarded",
] as const satisfies readonly NothingReason[];

/** The rule behind a kept reason; null when a person wrote it, and it stays as written. */
export function ruleBehind(reason: string): NothingReason | null {
  return NOTHING_REASONS.find((each) => each === reason) ?? null;
}
