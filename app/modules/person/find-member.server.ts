import type { Db } from "#app/platform/db.server.ts";
import { READER } from "./reader.ts";

/** A member by number, with whom to write to; null where there is none. */
export function findMember(db: Db, number: string) {
  return db.member.findUnique({ where: { number }, select: WHO });
}

/** The same, where an account that was closed is nobody's any more. */
export function findOpenMember(db: Db, number: string) {
  return db.member.findUnique({ where: { number, person: { closedAt: null } }, select: WHO });
}

const WHO = {
  id: true,
  number: true,
  accountId: true,
  personId: true,
  person: { select: READER },
} as const;
