import { randomBytes } from "node:crypto";
import type { Leaver } from "#app/modules/feature.ts";
import type { Db } from "#app/platform/db.server.ts";
import { forgetEmergencyContact } from "./emergency-contact.server.ts";

/** Stands where a name stood: pages in any language say beside it that the account was closed. */
const NO_NAME = "—";

/** Takes away who somebody was: their name, their addresses, their birthday, their family, their card. */
export async function erasePerson(db: Db, { personId, member }: Leaver): Promise<void> {
  await db.person.update({
    where: { id: personId },
    data: { name: NO_NAME, email: null, phone: null, passwordHash: null, locale: null },
  });
  await db.dataExport.deleteMany({ where: { personId } });
  if (!member) return;
  await db.member.update({
    where: { id: member.id },
    data: {
      birthMonth: null,
      birthDay: null,
      // The card they still have in their pocket finds nobody.
      cardToken: randomBytes(18).toString("base64url"),
    },
  });
  await db.familyMember.deleteMany({ where: { memberId: member.id } });
  await forgetEmergencyContact(db, member.id);
}
