import type { Db } from "#app/platform/db.server.ts";

/** Whom to call for a member's children. */
export type EmergencyContact = { name: string; phone: string };

/** Null where a member wants none remembered. */
export const loadEmergencyContact = (on: Db, memberId: number): Promise<EmergencyContact | null> =>
  on.emergencyContact.findUnique({ where: { memberId }, select: { name: true, phone: true } });

/** Remembers whom to call the next time, in the place of whoever it was. */
export async function keepEmergencyContact(
  on: Db,
  memberId: number,
  { name, phone }: EmergencyContact,
): Promise<void> {
  const contact = { name, phone, updatedAt: new Date() };
  await on.emergencyContact.upsert({
    where: { memberId },
    create: { memberId, ...contact },
    update: contact,
  });
}

/** Forgets it. What parties say that are to come stays with them until fourteen days after their day. */
export async function forgetEmergencyContact(on: Db, memberId: number): Promise<void> {
  await on.emergencyContact.deleteMany({ where: { memberId } });
}
