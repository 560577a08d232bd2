import type { Db } from "#app/platform/db.server.ts";

/**
 * The member with a friend's phone: whoever joined by themselves meanwhile.
 *
 * @param phone E.164; null of a friend who was forgotten.
 */
export async function loadFriendInClub(
  db: Db,
  phone: string | null,
): Promise<{ number: string; name: string } | null> {
  if (phone === null) return null;
  const found = await db.member.findFirst({
    where: { person: { phone, closedAt: null } },
    orderBy: { id: "asc" },
    select: { number: true, person: { select: { name: true } } },
  });
  return found && { number: found.number, name: found.person.name };
}
