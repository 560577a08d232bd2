import type { PrismaClient } from "#app/generated.server/prisma/client.ts";
import type { Actor } from "#app/modules/access/actor.ts";
import type { Role } from "#app/modules/access/roles.ts";
import { grantRoles } from "#app/modules/access/write-roles.server.ts";
import { writeLetter } from "#app/modules/letters/write-letter.server.ts";
import { soundNames } from "#app/modules/person/sound-names.server.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import type { Locale } from "#app/platform/words/locale.ts";
import { lockRoles, staffRolesOf } from "./lock-roles.server.ts";

export type StaffInvited =
  | { ok: true; personId: number }
  | { ok: false; refusal: "not-an-admin" }
  /** They work here; their roles are changed on their own page. */
  | { ok: false; refusal: "works-here"; personId: number };

/**
 * Lets somebody work here, and writes to them how to begin. A member or referrer of that address keeps
 * their account and their name; anybody else gets one.
 *
 * @param invitation.email lower case.
 * @param invitation.by the admin who asks; that they are one is looked at again, behind the lock.
 */
export async function inviteStaff(
  db: PrismaClient,
  invitation: {
    email: string;
    name: string;
    roles: readonly Role[];
    locale: Locale;
  } & Actor,
): Promise<StaffInvited> {
  const { email, name, roles, locale, by, address } = invitation;
  return db.$transaction(async (tx) => {
    await lockRoles(tx);
    if (!(await staffRolesOf(tx, by)).includes("admin"))
      return { ok: false, refusal: "not-an-admin" };
    // Whoever closed an account and works here now is somebody new: the old one stays closed.
    await tx.person.updateMany({
      where: { email, closedAt: { not: null } },
      data: { email: null },
    });
    const person = await tx.person.upsert({
      where: { email },
      create: { email, name, locale },
      update: {},
      select: { id: true, name: true, locale: true },
    });
    await soundNames(tx, [person.id]);
    if ((await staffRolesOf(tx, person.id)).length > 0) {
      return { ok: false, refusal: "works-here", personId: person.id };
    }
    await grantRoles(tx, person.id, roles, by);
    await writeAudit(tx, {
      personId: by,
      action: "staff.invited",
      subject: `person:${person.id}`,
      detail: { roles: roles.join(" ") },
      address,
    });
    await writeLetter(tx, {
      personId: person.id,
      to: email,
      template: "staff-invited",
      locale: person.locale,
      props: { name: person.name, roles: [...roles] },
    });
    return { ok: true, personId: person.id };
  });
}
