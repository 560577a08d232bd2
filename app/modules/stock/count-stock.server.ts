import type { Actor } from "#app/modules/access/actor.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { type CountLine, countDifference } from "./count-difference.ts";
import { lockShelves, lockStocks, type Movement, moveStock } from "./move-stock.server.ts";

export type StockTaking = {
  /** Where was counted: a store, or the store room (null). */
  storeId: number | null;
  lines: readonly CountLine[];
  reason: string;
  /** The form's: sent twice it is counted once. */
  requestKey: string;
};

export type CountResult = {
  /** Lines that hold now, with what they found more or fewer. */
  counted: { itemId: number; difference: number }[];
  /** Lines to count again: pieces came or went since the sheet was drawn. */
  again: { itemId: number; onHand: number }[];
  /** Of what was counted: shelves that have fewer pieces than are promised of them. */
  short: { itemId: number; onHand: number; promised: number }[];
};

/**
 * Takes what was counted in a place for what there is, each line by itself: one that has moved meanwhile is counted
 * again, the others hold. A count may find fewer pieces than are promised; it tells so.
 */
export async function countStock(taking: StockTaking, actor: Actor): Promise<CountResult> {
  const { storeId, lines, reason, requestKey } = taking;
  const keyOf = (itemId: number) => `${requestKey}:${itemId}`;
  return inRetriedTransaction(async (tx) => {
    const items = lines.map(({ itemId }) => itemId);
    await lockStocks(tx, items);
    const shelves = (await lockShelves(tx, items)).filter((shelf) => shelf.storeId === storeId);
    const moved = await tx.stockMovement.findMany({
      where: { requestKey: { in: items.map(keyOf) } },
      select: { itemId: true, onHand: true },
    });
    const result: CountResult = { counted: [], again: [], short: [] };
    const movements: Movement[] = [];
    for (const line of lines) {
      const { itemId } = line;
      const shelf = shelves.find((each) => each.itemId === itemId);
      const [onHand, promised] = [shelf?.onHand ?? 0, shelf?.reserved ?? 0];
      const before = moved.find((each) => each.itemId === itemId);
      const decision = before
        ? { ok: true as const, difference: before.onHand }
        : countDifference(line, onHand);
      if (!decision.ok) {
        result.again.push({ itemId, onHand });
        continue;
      }
      const { difference } = decision;
      result.counted.push({ itemId, difference });
      if (!before && difference !== 0) {
        const [by, key] = [actor.by, keyOf(itemId)];
        const movement = { itemId, storeId, kind: "count" as const, onHand: difference, reason };
        movements.push({ ...movement, by, requestKey: key });
      }
      const now = before ? onHand : onHand + difference;
      if (now < promised) result.short.push({ itemId, onHand: now, promised });
    }
    if (movements.length > 0) await moveStock(tx, movements);
    if (result.counted.length > 0 && moved.length === 0) {
      await writeAudit(tx, {
        personId: actor.by,
        action: "stock.counted",
        subject: storeId === null ? "stock-room" : `store:${storeId}`,
        detail: {
          count: result.counted.length,
          pieces: movements.reduce((sum, { onHand = 0 }) => sum + onHand, 0),
          storeId,
          reason,
        },
        address: actor.address,
      });
    }
    return result;
  });
}
