import type { PrismaClient } from "#app/generated.server/prisma/client.ts";
import type { Role } from "#app/modules/access/roles.ts";
import { grantRoles } from "#app/modules/access/write-roles.server.ts";
import { soundNames } from "#app/modules/person/sound-names.server.ts";
import { writeAudit } from "#app/platform/audit.server.ts";

/**
 * Gives a person roles at the dealership, making the person if the e-mail is new to the club. Roles the
 * person holds already stay.
 *
 * There is no password: the person signs in with a code sent to the e-mail and then sets one.
 *
 * @param staff.email as `readEmail` gives it.
 * @param grantedBy who gives them; null from the command line, where nobody is signed in.
 * @returns the person's id.
 */
export async function addStaff(
  db: PrismaClient,
  staff: { email: string; name: string; roles: Role[]; grantedBy: number | null },
): Promise<number> {
  const { email } = staff;
  return db.$transaction(async (tx) => {
    const person = await tx.person.upsert({
      where: { email },
      create: { email, name: staff.name.trim() },
      update: {},
      select: { id: true },
    });
    await soundNames(tx, [person.id]);
    await grantRoles(tx, person.id, staff.roles, staff.grantedBy);
    await writeAudit(tx, {
      personId: staff.grantedBy,
      action: "roles-granted",
      subject: `person:${person.id}`,
      detail: { roles: staff.roles },
    });
    return person.id;
  });
}
