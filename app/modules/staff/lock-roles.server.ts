import type { Role } from "#app/modules/access/roles.ts";
import type { Db } from "#app/platform/db.server.ts";
import { takeTurns } from "#app/platform/locks.server.ts";
import { rolesInOrder } from "./role-change.ts";

/**
 * Keeps everybody else who changes roles waiting until the caller's transaction ends: two admins who take
 * each other's role at the same moment do it one after the other.
 */
export async function lockRoles(db: Db): Promise<void> {
  await takeTurns(db, "staffRoles");
}

/** What somebody does at the dealership at this moment. */
export async function staffRolesOf(db: Db, personId: number): Promise<Role[]> {
  const grants = await db.roleGrant.findMany({
    where: { personId, person: { closedAt: null } },
    select: { role: true },
  });
  return rolesInOrder(grants.map(({ role }) => role));
}
