import type { Db } from "#app/platform/db.server.ts";

/** Makes room for pieces of a kind that there has not been. */
export async function newStockItem(tx: Db): Promise<number> {
  const { id } = await tx.stockItem.create({ data: {}, select: { id: true } });
  return id;
}
