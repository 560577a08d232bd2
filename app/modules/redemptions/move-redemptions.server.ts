import { moveShelves } from "#app/modules/stock/move-shelves.server.ts";
import { moveUses } from "#app/modules/vouchers/move-uses.server.ts";
import type { Db } from "#app/platform/db.server.ts";

/**
 * Makes the gifts of one store another's, with which it is made one: what lies there, what is collected there, and
 * what was used there. Redemptions are locked before shelves, as by everybody.
 */
export async function moveRedemptions(
  tx: Db,
  { from, into, by }: { from: number; into: number; by: number },
): Promise<void> {
  await tx.$queryRaw`
    select id from redemption where collect_store_id = ${from} or stock_store_id = ${from}
    order by id for update`;
  await moveShelves(tx, { from, into, by });
  await tx.redemption.updateMany({
    where: { collectStoreId: from },
    data: { collectStoreId: into },
  });
  await tx.redemption.updateMany({ where: { stockStoreId: from }, data: { stockStoreId: into } });
  await moveUses(tx, from, into);
}
