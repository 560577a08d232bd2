import type { Db } from "#app/platform/db.server.ts";
import type { Role } from "./roles.ts";

/**
 * Gives somebody roles, in the caller's transaction; one that they have already stays as it was given.
 *
 * @param by who gave them; null where it is nobody's decision, such as somebody who begins to recommend friends.
 */
export async function grantRoles(
  tx: Db,
  personId: number,
  roles: readonly Role[],
  by: number | null,
): Promise<void> {
  await tx.roleGrant.createMany({
    data: roles.map((role) => ({ personId, role, grantedBy: by })),
    skipDuplicates: true,
  });
}

/** Takes roles from somebody, in the caller's transaction. */
export async function withdrawRoles(
  tx: Db,
  personId: number,
  roles: readonly Role[],
): Promise<void> {
  await tx.roleGrant.deleteMany({ where: { personId, role: { in: [...roles] } } });
}
