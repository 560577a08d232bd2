import type { Db } from "#app/platform/db.server.ts";

/**
 * Makes the claims about one store's visits another's, where two stores turn out to be one.
 *
 * @param joined orders that have become one with another, by their former id.
 */
export async function moveClaims(
  db: Db,
  storeId: number,
  into: number,
  joined: ReadonlyMap<number, number>,
): Promise<void> {
  await db.pointsClaim.updateMany({ where: { storeId }, data: { storeId: into } });
  for (const [orderId, joinedTo] of joined) {
    await db.pointsClaim.updateMany({ where: { orderId }, data: { orderId: joinedTo } });
  }
}
