import { findOpenMember } from "#app/modules/person/find-member.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { becomeReferrer } from "./become-referrer.server.ts";

/**
 * Finds the person of a member who recommends somebody: every owner may, and is a referrer from the first friend on.
 *
 * @returns null where there is no such member, or their account is closed.
 */
export async function referringMember(tx: Db, number: string): Promise<number | null> {
  const member = await findOpenMember(tx, number);
  if (!member) return null;
  await becomeReferrer(tx, member.personId);
  return member.personId;
}
