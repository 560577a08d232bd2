import { storeShown } from "#app/modules/club/store-shown.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";

/** Where pieces can lie beside the store room: a store of the club. */
export type StockPlace = { storeId: number; name: InBoth; isOpen: boolean };

/** The stores that can have a shelf, the ones that are closed last: what still lies there has to be counted too. */
export async function loadPlaces(on: Db): Promise<StockPlace[]> {
  const stores = await on.store.findMany({
    where: { askedSince: null },
    orderBy: [{ id: "asc" }],
    select: { id: true, name: true, nameEn: true, closedAt: true },
  });
  return stores
    .map(({ id, name, nameEn, closedAt }) => ({
      storeId: id,
      name: storeShown({ name, nameEn }),
      isOpen: closedAt === null,
    }))
    .sort((a, b) => Number(b.isOpen) - Number(a.isOpen));
}
