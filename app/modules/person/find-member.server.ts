import type { Db } from "#app/platform/db.server.ts";

/** A member by number, with whom to write to; null where there is none. */
export function findMember(db: Db, number: string) {
  return db.member.findUnique({
    where: { number },
    select: {
      id: true,
      number: true,
      accountId: true,
      personId: true,
      person: { select: { id: true, name: true, email: true, locale: true, closedAt: true } },
    },
  });
}
