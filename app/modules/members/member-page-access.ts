import { may, type Permission } from "#app/modules/access/permissions.ts";
import type { Role } from "#app/modules/access/roles.ts";

/** The parts of a member's page beside the card, which everybody who may open the page sees. */
export type MemberPagePart =
  | "contact"
  | "points"
  | "statement"
  | "cars"
  | "visits"
  | "waiting"
  | "gifts";

const NEEDED: [MemberPagePart, Permission][] = [
  ["contact", "members.contact"],
  ["points", "members.points"],
  ["statement", "members.statement"],
  ["cars", "members.cars"],
  ["visits", "members.visits"],
  ["waiting", "claims.take"],
  ["gifts", "redemptions.see"],
];

/** What somebody sees of a member's page: all that any of their roles needs. */
export function memberPageParts(roles: readonly Role[]): ReadonlySet<MemberPagePart> {
  return new Set(NEEDED.flatMap(([part, permission]) => (may(roles, permission) ? [part] : [])));
}
