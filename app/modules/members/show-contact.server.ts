import type { Actor } from "#app/modules/access/actor.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import type { Db } from "#app/platform/db.server.ts";

export const CONTACT_FIELDS = ["phone", "email"] as const;
export type ContactField = (typeof CONTACT_FIELDS)[number];

/**
 * Shows a member's phone or e-mail to somebody who sees it masked, and writes down that they saw it.
 *
 * @param ask.by the person who asks; `address` is where their request came from.
 * @returns null where there is no such member or nothing to show, in which case nothing is written.
 */
export async function showContact(
  db: Db,
  ask: Actor & { number: string; field: ContactField },
): Promise<string | null> {
  const member = await db.member.findUnique({
    where: { number: ask.number },
    select: { person: { select: { phone: true, email: true } } },
  });
  const value = member?.person[ask.field] ?? null;
  if (value === null) return null;
  await writeAudit(db, {
    personId: ask.by,
    action: "contact.shown",
    subject: `member:${ask.number}`,
    detail: { field: ask.field },
    address: ask.address,
  });
  return value;
}
