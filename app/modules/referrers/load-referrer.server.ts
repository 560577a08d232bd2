import type { Db } from "#app/platform/db.server.ts";
import { becomeReferrer } from "./become-referrer.server.ts";

/** What is a referrer's own: their link, and what they agreed to. */
export type OwnReferrer = {
  token: string;
  code: string;
  showsName: boolean;
  isListed: boolean;
};

const OWN = { token: true, code: true, showsName: true, isListed: true } as const;

/** Reads what is a referrer's own, and makes whoever looks for the first time one. */
export async function loadReferrer(db: Db, personId: number): Promise<OwnReferrer> {
  const known = await db.referrer.findUnique({ where: { personId }, select: OWN });
  if (known) return known;
  await becomeReferrer(db, personId);
  return db.referrer.findUniqueOrThrow({ where: { personId }, select: OWN });
}
