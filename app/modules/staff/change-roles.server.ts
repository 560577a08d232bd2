import type { PrismaClient } from "#app/generated.server/prisma/client.ts";
import type { Actor } from "#app/modules/access/actor.ts";
import { may } from "#app/modules/access/permissions.ts";
import type { Role } from "#app/modules/access/roles.ts";
import { grantRoles, withdrawRoles } from "#app/modules/access/write-roles.server.ts";
import { endAllSessions } from "#app/modules/auth/end-session.server.ts";
import { releaseLeads } from "#app/modules/pipeline/hand-over-leads.server.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { lockRoles, staffRolesOf } from "./lock-roles.server.ts";
import { decideRoleChange, type RoleChangeRefusal } from "./role-change.ts";

export type RolesChanged =
  | { ok: true; granted: Role[]; withdrawn: Role[] }
  | { ok: false; refusal: RoleChangeRefusal | "no-such-person" };

/**
 * Changes what somebody may do at the dealership; with no roles wanted their access ends. What a role
 * opened is shut at the next request, since roles are read at each; whoever loses the last one is
 * signed out everywhere as well.
 *
 * @param change.by the admin who asks; that they are one is looked at again, behind the lock.
 */
export async function changeRoles(
  db: PrismaClient,
  change: {
    personId: number;
    wanted: readonly Role[];
    seen: readonly Role[];
  } & Actor,
): Promise<RolesChanged> {
  const { personId, wanted, seen, by, address } = change;
  return db.$transaction(async (tx) => {
    await lockRoles(tx);
    const held = await staffRolesOf(tx, personId);
    const asking = await staffRolesOf(tx, by);
    if (held.length === 0 && asking.includes("admin") && seen.length === 0) {
      return { ok: false, refusal: "no-such-person" };
    }
    const otherAdmins = await tx.roleGrant.count({
      where: { role: "admin", personId: { not: personId }, person: { closedAt: null } },
    });
    const decision = decideRoleChange({ asking, held, seen, wanted, otherAdmins });
    if (!decision.ok) return decision;
    const { granted, withdrawn } = decision;
    if (granted.length + withdrawn.length === 0) return decision;
    await withdrawRoles(tx, personId, withdrawn);
    await grantRoles(tx, personId, granted, by);
    if (wanted.length === 0) await endAllSessions(tx, personId);
    if (may(held, "leads.work") && !may(wanted, "leads.work")) {
      await releaseLeads(tx, { personId, by, address });
    }
    await writeAudit(tx, {
      personId: by,
      action: wanted.length === 0 ? "staff.ended" : "staff.roles-changed",
      subject: `person:${personId}`,
      detail: { granted: granted.join(" "), withdrawn: withdrawn.join(" ") },
      address,
    });
    return decision;
  });
}
