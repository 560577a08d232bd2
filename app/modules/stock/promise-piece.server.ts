import type { Db } from "#app/platform/db.server.ts";
import { lockShelves, type Movement, moveStock } from "./move-stock.server.ts";
import { type Shelf, shelfFor } from "./shelf.ts";

/** promised: still on its shelf. taken: handed over. ended: nobody's any more. */
export type PromiseState = "promised" | "taken" | "ended";

/**
 * Keeps a piece for somebody who takes it without a redemption, such as a prize. Who keeps several locks their shelves
 * first, all at once.
 *
 * @param at where it will be collected; null where that is no matter.
 * @param reason for people, beside the movements.
 * @returns the promise; null where no piece is free.
 */
export async function promisePiece(
  tx: Db,
  { itemId, at, reason, by }: { itemId: number; at: number | null; reason: string; by: number },
): Promise<number | null> {
  const shelf = shelfFor(await lockShelves(tx, [itemId]), 1, at);
  if (!shelf) return null;
  const { storeId } = shelf;
  await moveStock(tx, [{ itemId, storeId, kind: "reserve", reserved: 1, reason, by }]);
  const { id } = await tx.stockPromise.create({
    data: { itemId, storeId, reason },
    select: { id: true },
  });
  return id;
}

/**
 * Takes a promised piece off its shelf. Where a count has found fewer there, it comes from another shelf that has one
 * free.
 *
 * @returns whether it is out: false where no shelf has it, and nothing was taken. Taken already, it is out.
 */
export async function takePromised(tx: Db, promiseId: number, by: number): Promise<boolean> {
  const { promise, shelves } = await lockPromise(tx, promiseId);
  if (promise.state !== "promised") return promise.state === "taken";
  const { itemId, storeId, reason } = promise;
  const own = shelves.find((shelf) => shelf.storeId === storeId);
  const from = own && own.onHand > 0 ? own : shelfFor(shelves, 1, storeId);
  if (!from) return false;
  const piece = { itemId, reason, by };
  await moveStock(tx, [
    ...(from === own
      ? []
      : [
          { ...piece, storeId, kind: "release", reserved: -1 } satisfies Movement,
          { ...piece, storeId: from.storeId, kind: "reserve", reserved: 1 } satisfies Movement,
        ]),
    { ...piece, storeId: from.storeId, kind: "hand-over", onHand: -1, reserved: -1 },
  ]);
  await keep(tx, promiseId, "taken", from.storeId);
  return true;
}

/** Puts a piece that was taken by mistake back, and keeps it for whom it was promised. */
export async function putPromisedBack(tx: Db, promiseId: number, by: number): Promise<void> {
  const { promise } = await lockPromise(tx, promiseId);
  if (promise.state !== "taken") return;
  const { itemId, storeId, reason } = promise;
  const piece = { itemId, storeId, reason, by };
  await moveStock(tx, [
    { ...piece, kind: "return", onHand: 1 },
    { ...piece, kind: "reserve", reserved: 1 },
  ]);
  await keep(tx, promiseId, "promised", storeId);
}

/** Ends a promise: a piece that is still there is free again, and one that came back lies on its shelf. */
export async function endPromise(tx: Db, promiseId: number, by: number): Promise<void> {
  const { promise } = await lockPromise(tx, promiseId);
  if (promise.state === "ended") return;
  const { itemId, storeId, reason } = promise;
  const piece = { itemId, storeId, reason, by };
  await moveStock(tx, [
    promise.state === "promised"
      ? { ...piece, kind: "release", reserved: -1 }
      : { ...piece, kind: "return", onHand: 1 },
  ]);
  await keep(tx, promiseId, "ended", storeId);
}

type Locked = {
  promise: { itemId: number; storeId: number | null; state: PromiseState; reason: string };
  shelves: Shelf[];
};

/** The promise is read once its shelves are locked: a store that is made one with another moves both. */
async function lockPromise(tx: Db, id: number): Promise<Locked> {
  const { itemId } = await tx.stockPromise.findUniqueOrThrow({
    where: { id },
    select: { itemId: true },
  });
  const shelves = await lockShelves(tx, [itemId]);
  const promise = await tx.stockPromise.findUniqueOrThrow({ where: { id } });
  return { promise: { ...promise, state: promise.state as PromiseState }, shelves };
}

const keep = (tx: Db, id: number, state: PromiseState, storeId: number | null) =>
  tx.stockPromise.update({ where: { id }, data: { state, storeId }, select: { id: true } });
