import { type Role, STAFF_ROLES } from "#app/modules/access/roles.ts";

export type RoleChangeFacts = {
  /** Of the one who asks, as they are now. */
  asking: readonly Role[];
  /** Of the one it is about, as they are now; referring friends is not among these. */
  held: readonly Role[];
  /** As the asker's page showed them. */
  seen: readonly Role[];
  wanted: readonly Role[];
  /** Admins there are beside the one it is about, whose accounts are open. */
  otherAdmins: number;
};

export type RoleChangeRefusal = "not-an-admin" | "changed-meanwhile" | "last-admin";
export type RoleChange =
  | { ok: true; granted: Role[]; withdrawn: Role[] }
  | { ok: false; refusal: RoleChangeRefusal };

/**
 * Decides a change of somebody's roles at the dealership. Whoever asks must be an admin at that very
 * moment, and one admin has to be left: a club without one could never have another.
 */
export function decideRoleChange(facts: RoleChangeFacts): RoleChange {
  const { asking, held, seen, wanted, otherAdmins } = facts;
  if (!asking.includes("admin")) return { ok: false, refusal: "not-an-admin" };
  if (rolesInOrder(held).join() !== rolesInOrder(seen).join()) {
    return { ok: false, refusal: "changed-meanwhile" };
  }
  const withdrawn = held.filter((role) => !wanted.includes(role));
  if (withdrawn.includes("admin") && otherAdmins === 0) return { ok: false, refusal: "last-admin" };
  return { ok: true, granted: wanted.filter((role) => !held.includes(role)), withdrawn };
}

/** Roles at the dealership, always in the same order. */
export const rolesInOrder = (roles: readonly string[]) =>
  STAFF_ROLES.filter((role) => roles.includes(role));
