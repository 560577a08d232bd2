import type { Undone } from "#app/modules/imports/import-reversal.ts";
import { dropUnreadRows } from "#app/modules/imports/unread-rows.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { lockHeldOrders, type StoredOrder } from "./held-orders.server.ts";
import type { OrderImportContext } from "./import-order-rows.server.ts";
import { forgetVersions, lockImportedOrders } from "./imported-versions.server.ts";
import { replayOrders } from "./replay-orders.server.ts";
import { dropWaitingRows } from "./waiting-rows.server.ts";

/** What became of some orders, and behind which id the next ones begin. */
export type UndoneOrders = { undone: Undone[]; after: number };

/**
 * Takes back what an import did to the next orders it spoke of, in the caller's transaction.
 *
 * An order is what the contents received for it come to (order-outcome.ts), so taking an import's contents
 * away and reading the others again gives the order as it would be without that import: gone, or with its
 * former content, or no longer cancelled. A member's orders of one import go together, so that each is judged
 * once. What was built on the import since is left alone, and rows of it that wait for a person are forgotten.
 *
 * @returns null when no order is left.
 */
export async function undoOrders(
  db: Db,
  importId: number,
  page: { after: number; limit: number },
  context: OrderImportContext,
): Promise<UndoneOrders | null> {
  const next = await lockImportedOrders(db, importId, page, context.time);
  if (page.after === 0) {
    await dropWaitingRows(db, importId);
    await dropUnreadRows(db, importId);
  }
  if (!next) return null;
  const imported = next.orders;
  const kept = imported.flatMap(({ rows, kept }): Undone[] =>
    kept ? [{ rows, outcome: "kept", because: kept }] : [],
  );
  const gone = imported.filter((order) => order.kept === null);
  const stores = new Map(gone.map(({ store, storeId }) => [store, storeId]));
  const held = await lockHeldOrders(db, gone, stores, context.time);
  const byId = new Map([...held.values()].flat().map((order) => [order.id, order]));
  const replayed = await replayOrders(
    db,
    gone.map(({ others, ...order }) => ({
      ...order,
      stored: byId.get(order.id) as StoredOrder,
      contents: others,
    })),
    "import-reversed",
    context,
  );
  await forgetVersions(
    db,
    importId,
    gone.map(({ id }) => id),
  );
  const undone = replayed.map(({ outcome, moves }, index): Undone => {
    const rows = gone[index]?.rows ?? [];
    return { rows, outcome, ...(moves.length > 0 ? { moves } : {}) };
  });
  return { undone: [...kept, ...undone], after: next.after };
}

/** How many orders an import spoke of. */
export async function countOrdersToUndo(db: Db, importId: number): Promise<number> {
  const [row] = await db.$queryRaw<[{ count: bigint }]>`
    select count(distinct order_id) from service_order_version where import_id = ${importId}`;
  return Number(row.count);
}
