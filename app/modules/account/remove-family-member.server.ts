import { recordConsents } from "#app/modules/consents/record-consents.server.ts";
import { db } from "#app/platform/db.server.ts";

/**
 * Takes somebody out of a member's family: name and birth date are gone, and a guardian's consent is
 * taken back with them.
 *
 * @returns false where there is nobody of that id in this member's family.
 */
export async function removeFamilyMember(
  member: { id: number; person: { id: number } },
  id: number,
): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const [removed] = await tx.$queryRaw<{ agreed: boolean }[]>`
      delete from family_member where id = ${id} and member_id = ${member.id}
      returning guardian_consent_at is not null as agreed`;
    if (removed?.agreed) {
      const context = { familyMemberId: id };
      await recordConsents(tx, member.person.id, { guardian: false }, "profile", context);
    }
    return removed !== undefined;
  });
}
