import type { Db } from "#app/platform/db.server.ts";
import { lockShelves, type Movement, moveStock, type StockPurpose } from "./move-stock.server.ts";
import { type Shelf, shelfFor } from "./shelf.ts";

/** promised: still on its shelf. taken: handed over. ended: nobody's any more. */
export type PromiseState = "promised" | "taken" | "ended";

/** A piece that is to be kept for somebody who takes it without a redemption, such as a prize. */
export type NewPromise = {
  itemId: number;
  /** Which gift it is: several may share the stock. */
  variantId: number;
  purpose: StockPurpose;
  /** Where it will be collected; null where that is no matter. */
  at: number | null;
  /** For people, beside the movements. */
  reason: string;
  by: number;
};

/**
 * Keeps a piece. Who keeps pieces of several items locks their shelves first, all at once.
 *
 * @returns the promise; null where no piece is free.
 */
export async function promisePiece(tx: Db, promise: NewPromise): Promise<number | null> {
  const [id] = (await promisePieces(tx, promise, 1)) ?? [];
  return id ?? null;
}

/**
 * Keeps so many pieces of one gift, each by itself, and all or none: they may lie on several shelves.
 *
 * @returns the promises; null where fewer are free, and nothing was kept.
 */
export async function promisePieces(
  tx: Db,
  { at, by, ...promise }: NewPromise,
  pieces: number,
): Promise<number[] | null> {
  const shelves = await lockShelves(tx, [promise.itemId]);
  const from: Shelf[] = [];
  for (let piece = 0; piece < pieces; piece++) {
    const shelf = shelfFor(shelves, 1, at);
    if (!shelf) return null;
    shelf.reserved += 1;
    from.push(shelf);
  }
  await moveStock(
    tx,
    [...new Set(from)].map((shelf): Movement => {
      const reserved = from.filter((other) => other === shelf).length;
      return { ...promise, storeId: shelf.storeId, kind: "reserve", reserved, by };
    }),
  );
  const kept = await tx.stockPromise.createManyAndReturn({
    data: from.map(({ storeId }) => ({ ...promise, storeId })),
    select: { id: true },
  });
  return kept.map(({ id }) => id);
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
  const { storeId } = promise;
  const own = shelves.find((shelf) => shelf.storeId === storeId);
  const from = own && own.onHand > 0 ? own : shelfFor(shelves, 1, storeId);
  if (!from) return false;
  const piece = pieceOf(promise, by);
  await moveStock(tx, [
    ...(from === own
      ? []
      : [
          { ...piece, storeId, kind: "release", reserved: -1 } satisfies Movement,
          { ...piece, storeId: from.storeId, kind: "reserve", reserved: 1 } satisfies Movement,
        ]),
    { ...piece, storeId: from.storeId, kind: "hand-over", onHand: -1, reserved: -1 },
  ]);
  await keep(tx, [promiseId], { state: "taken", storeId: from.storeId });
  return true;
}

/** Puts a piece that was taken by mistake back, and keeps it for whom it was promised. */
export async function putPromisedBack(tx: Db, promiseId: number, by: number): Promise<void> {
  const { promise } = await lockPromise(tx, promiseId);
  if (promise.state !== "taken") return;
  const piece = { ...pieceOf(promise, by), storeId: promise.storeId };
  await moveStock(tx, [
    { ...piece, kind: "return", onHand: 1 },
    { ...piece, kind: "reserve", reserved: 1 },
  ]);
  await keep(tx, [promiseId], { state: "promised" });
}

/** Ends a promise: a piece that is still there is free again, and one that came back lies on its shelf. */
export const endPromise = (tx: Db, promiseId: number, by: number): Promise<void> =>
  endPromises(tx, [promiseId], by);

/** Ends several, their shelves locked all at once; what has ended already is left alone. */
export async function endPromises(tx: Db, ids: readonly number[], by: number): Promise<void> {
  const { promises } = await lockPromises(tx, ids);
  const open = promises.filter(({ state }) => state !== "ended");
  const alike = new Map<string, { first: KeptPromise; pieces: number }>();
  for (const promise of open) {
    const key = JSON.stringify([promise.state, promise.storeId, pieceOf(promise, by)]);
    const many = alike.get(key) ?? { first: promise, pieces: 0 };
    alike.set(key, { ...many, pieces: many.pieces + 1 });
  }
  await moveStock(
    tx,
    [...alike.values()].map(({ first, pieces }): Movement => {
      const piece = { ...pieceOf(first, by), storeId: first.storeId };
      return first.state === "promised"
        ? { ...piece, kind: "release", reserved: -pieces }
        : { ...piece, kind: "return", onHand: pieces };
    }),
  );
  await keep(
    tx,
    open.map(({ id }) => id),
    { state: "ended" },
  );
}

type KeptPromise = Awaited<ReturnType<typeof lockPromises>>["promises"][number];

const pieceOf = ({ itemId, variantId, purpose, reason }: KeptPromise, by: number) => ({
  ...{ itemId, variantId, reason, by },
  purpose: purpose as StockPurpose,
});

/** Promises are read once their shelves are locked: a store that is made one with another moves both. */
async function lockPromises(tx: Db, ids: readonly number[]) {
  const where = { id: { in: [...ids] } };
  const items = await tx.stockPromise.findMany({
    where,
    distinct: ["itemId"],
    select: { itemId: true },
  });
  const shelves = await lockShelves(
    tx,
    items.map(({ itemId }) => itemId),
  );
  return { shelves, promises: await tx.stockPromise.findMany({ where, orderBy: { id: "asc" } }) };
}

async function lockPromise(tx: Db, id: number) {
  const { shelves, promises } = await lockPromises(tx, [id]);
  const [promise] = promises;
  if (!promise) throw new Error(`There is no promise ${id}.`);
  return { shelves, promise };
}

const keep = (
  tx: Db,
  ids: readonly number[],
  data: { state: PromiseState; storeId?: number | null },
) => tx.stockPromise.updateMany({ where: { id: { in: [...ids] } }, data });
