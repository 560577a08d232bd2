import type { Db } from "#app/platform/db.server.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";
import { storeShown } from "./store-shown.ts";

/** A store as forms and filters offer it. */
export type StoreChoice = { id: number; name: InBoth };

/**
 * The stores one can have been to, for a form. A store that closed last month had visits last month; one that
 * only a file has named may be none.
 */
export const loadStores = (db: Db): Promise<StoreChoice[]> =>
  loadStoreChoices(db, { askedSince: null });

/** Those of them that are open. */
export const loadOpenStores = (db: Db): Promise<StoreChoice[]> =>
  loadStoreChoices(db, { askedSince: null, closedAt: null });

async function loadStoreChoices(
  db: Db,
  where: { askedSince: null; closedAt?: null },
): Promise<StoreChoice[]> {
  const stores = await db.store.findMany({
    where,
    orderBy: { id: "asc" },
    select: { id: true, name: true, nameEn: true },
  });
  return stores.map(({ id, ...store }) => ({ id, name: storeShown(store) }));
}
