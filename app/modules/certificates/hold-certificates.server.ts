import type { Db } from "#app/platform/db.server.ts";
import { takeTurns } from "#app/platform/locks.server.ts";

/**
 * Keeps everybody else waiting who issues certificates of an event, corrects a ranking of it or takes a child out of one:
 * no name is printed anew that was taken out a moment ago.
 */
export async function holdCertificates(tx: Db, eventId: number): Promise<void> {
  await takeTurns(tx, "certificates", eventId);
  await tx.$queryRaw`select id from contest where event_id = ${eventId} order by id for share`;
}
