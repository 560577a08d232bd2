import { createHmac } from "node:crypto";
import type { Db } from "#app/platform/db.server.ts";

/**
 * The phone of a friend as a keyed hash: by it the same friend is known again when the number itself is gone. The key
 * is the one that was made with the club and stays with its data, so that no change of settings makes strangers of
 * all former leads.
 *
 * @param phone E.164.
 */
export async function hashPhone(db: Db, phone: string): Promise<Uint8Array<ArrayBuffer>> {
  const { fallbackSecret } = await db.club.findUniqueOrThrow({
    where: { id: 1 },
    select: { fallbackSecret: true },
  });
  const hash = createHmac("sha256", fallbackSecret).update(`lead-phone\n${phone}`).digest();
  return new Uint8Array(hash);
}
