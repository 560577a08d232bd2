import { db } from "#app/platform/db.server.ts";
import { deliverRedemption } from "./ship-redemption.server.ts";

/** Days after which a parcel that did not come back is taken for delivered, and its address goes. */
const ARRIVED_AFTER_DAYS = 30;

/** As many as are looked at in one run; the next one goes on. */
const AT_ONCE = 500;

/**
 * Takes parcels for delivered that have been on their way for so long that nobody will say so any more. What
 * comes back later can still be taken back.
 *
 * @returns how many were.
 */
export async function deliverOldParcels(now = new Date()): Promise<number> {
  const since = new Date(now.getTime() - ARRIVED_AFTER_DAYS * 86_400_000);
  const old = await db().redemption.findMany({
    where: {
      state: "shipped",
      steps: { none: { step: "shipped", createdAt: { gt: since } } },
    },
    orderBy: { id: "asc" },
    take: AT_ONCE,
    select: { id: true },
  });
  let delivered = 0;
  for (const { id } of old) if ((await deliverRedemption(id, null)).ok) delivered += 1;
  return delivered;
}
