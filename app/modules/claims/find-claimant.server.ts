import type { Db } from "#app/platform/db.server.ts";

/** The member for whom the desk takes a claim; null where there is none, or they have left. */
export async function findClaimant(
  db: Db,
  number: string,
): Promise<{ id: number; number: string; name: string } | null> {
  const member = await db.member.findFirst({
    where: { number, person: { closedAt: null } },
    select: { id: true, person: { select: { name: true } } },
  });
  return member && { id: member.id, number, name: member.person.name };
}
