import type { Actor } from "#app/modules/access/actor.ts";
import { lockShelves } from "#app/modules/stock/move-stock.server.ts";
import { endPromise, promisePiece } from "#app/modules/stock/promise-piece.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";
import type { KeptPrize } from "./load-prizes.server.ts";

/** The stock of each gift that is a prize, by the id of its variant. */
export type PrizeItems = ReadonlyMap<number, number>;

/** Locks the shelves of some prizes, all at once and in their order. */
export async function lockShelvesOf(
  tx: Db,
  prizes: readonly Pick<KeptPrize, "variantId">[],
): Promise<PrizeItems> {
  const ids = [...new Set(prizes.flatMap(({ variantId }) => variantId ?? []))];
  if (ids.length === 0) return new Map();
  const variants = await tx.giftVariant.findMany({
    where: { id: { in: ids } },
    select: { id: true, stockItemId: true },
  });
  await lockShelves(
    tx,
    variants.map(({ stockItemId }) => stockItemId),
  );
  return new Map(variants.map(({ id, stockItemId }) => [id, stockItemId]));
}

/** For whom a piece is kept, as it stands beside the movements of its stock. */
type Kept = { contest: { title: InBoth }; number: number; actor: Actor };

/** Keeps a piece for a prize, where it is a gift of the catalogue: as an award is to be written. */
export async function givePiece(
  tx: Db,
  items: PrizeItems,
  { variantId }: Pick<KeptPrize, "variantId">,
  { contest: { title }, number, actor }: Kept,
): Promise<{ stockPromiseId: number | null; waitsForPiece: boolean }> {
  const itemId = variantId === null ? undefined : items.get(variantId);
  if (itemId === undefined) return { stockPromiseId: null, waitsForPiece: false };
  const reason = `${title.en || title.zh} #${number}`;
  const piece = {
    itemId,
    variantId: variantId as number,
    purpose: "contest-prize",
    reason,
  } as const;
  const stockPromiseId = await promisePiece(tx, { ...piece, at: null, by: actor.by });
  return { stockPromiseId, waitsForPiece: stockPromiseId === null };
}

/** Sets the piece of an award free, or puts it back where it had been handed over. */
export async function endPiece(
  tx: Db,
  { stockPromiseId }: { stockPromiseId: number | null },
  by: number,
): Promise<void> {
  if (stockPromiseId !== null) await endPromise(tx, stockPromiseId, by);
}
