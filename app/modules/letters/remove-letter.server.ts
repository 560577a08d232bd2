import type { Db } from "#app/platform/db.server.ts";

/** Takes a letter away, in the caller's transaction, by the key under which it was written. */
export async function removeLetter(db: Db, dedupKey: string): Promise<void> {
  await db.mail.deleteMany({ where: { dedupKey } });
}
