import type { Db } from "#app/platform/db.server.ts";

/** The id of the redemption whose QR shows a code; null where none does. */
export async function findRedemption(db: Db, code: string): Promise<number | null> {
  const found = await db.redemption.findUnique({ where: { code }, select: { id: true } });
  return found?.id ?? null;
}
