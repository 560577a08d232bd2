import type { Role } from "#app/modules/auth/roles.ts";

/** The parts of a member's page beside the card, which everybody who may open the page sees. */
export type MemberPagePart = "contact" | "points" | "statement" | "cars" | "visits";

/**
 * Which parts each role's work needs (the roles' table of product.md). Whoever lacks `contact` gets phone
 * and e-mail masked, and can have one shown, which is written down.
 */
const PARTS: Record<Exclude<Role, "referrer">, readonly MemberPagePart[]> = {
  desk: ["contact", "points", "statement", "cars", "visits"],
  admin: ["contact", "points", "statement", "cars", "visits"],
  // Approves adjustments and refunds, and audits: what was booked, and the visits it was booked for.
  finance: ["points", "statement", "visits"],
  // Answers whether somebody can have a gift.
  gifts: ["points"],
  // Knows a household by its card.
  events: [],
  // Knows an owner by what they drive.
  sales: ["cars"],
};

/** What somebody sees of a member's page: all that any of their roles needs. */
export function memberPageParts(roles: readonly Role[]): ReadonlySet<MemberPagePart> {
  return new Set(roles.flatMap((role) => (role === "referrer" ? [] : PARTS[role])));
}
