import type { Db } from "#app/platform/db.server.ts";

/**
 * The stores one can have been to, for a form. A store that closed last month had visits last month; one that
 * only a file has named may be none.
 */
export function loadStores(db: Db): Promise<{ id: number; name: string }[]> {
  return db.store.findMany({
    where: { askedSince: null },
    orderBy: { id: "asc" },
    select: { id: true, name: true },
  });
}
