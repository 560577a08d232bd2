import type { Db } from "#app/platform/db.server.ts";
import { lockHeldOrders, type StoredOrder } from "./held-orders.server.ts";
import type { OrderImportContext } from "./import-order-rows.server.ts";
import { type KeptVersion, loadVersions, replaceVersions } from "./imported-versions.server.ts";
import { matchOrder } from "./order-match.ts";
import { type ReplayedOrder, replayOrders, type ToReplay } from "./replay-orders.server.ts";
import { orderKey } from "./service-order.ts";

type Store = { id: number; name: string };

/** What became of a store's orders. */
export type MovedOrders = {
  /** Orders that were one with an order of the other store, by their former id. */
  joined: Map<number, number>;
  moves: ReplayedOrder["moves"];
};

const ORDERS_AT_ONCE = 1_000;

/**
 * Makes the orders of one store another's, in the caller's transaction. Where both have the same order
 * (order-match.ts), it is what the contents received under both names come to, and earns once; what a person
 * would have to say stays another order of its number. Visits noted at the desk go along.
 */
export async function moveOrders(
  db: Db,
  from: Store,
  into: Store,
  context: OrderImportContext,
): Promise<MovedOrders> {
  const moved: MovedOrders = { joined: new Map(), moves: [] };
  for (;;) {
    const orders = await db.serviceOrder.findMany({
      where: { storeId: from.id },
      orderBy: { id: "asc" },
      take: ORDERS_AT_ONCE,
      select: { id: true, orderNumber: true },
    });
    if (orders.length === 0) break;
    await moveSome(db, orders, from, into, context, moved);
  }
  await db.$executeRaw`update reception set store_id = ${into.id} where store_id = ${from.id}`;
  return moved;
}

async function moveSome(
  db: Db,
  orders: readonly { id: number; orderNumber: string }[],
  from: Store,
  into: Store,
  context: OrderImportContext,
  moved: MovedOrders,
): Promise<void> {
  const ids = new Set(orders.map(({ id }) => id));
  const numbers = orders.map(({ orderNumber }) => orderNumber);
  const named = [from, into].flatMap(({ name }) =>
    numbers.map((number) => ({ store: name, number })),
  );
  const stores = new Map([from, into].map(({ id, name }) => [name, id]));
  const held = await lockHeldOrders(db, named, stores, context.time);
  const joining: { goes: StoredOrder; stays: StoredOrder; number: string }[] = [];
  const moving: { id: number; turn: number }[] = [];
  for (const number of new Set(numbers)) {
    const stay = held.get(orderKey({ store: into.name, number })) ?? [];
    const go = held.get(orderKey({ store: from.name, number })) ?? [];
    let turn = Math.max(0, ...stay.map((order) => order.turn));
    for (const order of go.filter(({ id }) => ids.has(id))) {
      const said = { ...order, rowKind: order.contentFrom };
      const match = matchOrder(said, stay);
      if (match.is === "held") joining.push({ goes: order, stays: match.held, number });
      else moving.push({ id: order.id, turn: ++turn });
    }
  }
  const versions = await loadVersions(
    db,
    [...moving.map(({ id }) => id), ...joining.flatMap(({ goes, stays }) => [goes.id, stays.id])],
    context.time,
  );
  const versionsOf = (id: number) => versions.get(id) ?? [];
  const renamed = (id: number) =>
    versionsOf(id).map((version) => ({
      ...version,
      order: { ...version.order, store: into.name },
    }));

  const kept = new Map<number, KeptVersion[]>(moving.map(({ id }) => [id, renamed(id)]));
  const replays = new Map<number, ToReplay>();
  for (const { goes, stays, number } of joining) {
    const contents = [...(kept.get(stays.id) ?? versionsOf(stays.id)), ...renamed(goes.id)].sort(
      (a, b) => a.receivedAt.getTime() - b.receivedAt.getTime() || (a.line ?? 0) - (b.line ?? 0),
    );
    kept.set(stays.id, contents);
    const common = { storeId: into.id, store: into.name, number };
    replays.set(stays.id, { ...common, stored: stays, contents: contents.map(rowOf) });
    replays.set(goes.id, { ...common, stored: goes, contents: [] });
    moved.joined.set(goes.id, stays.id);
    await db.$executeRaw`update reception set order_id = ${stays.id} where order_id = ${goes.id}`;
  }
  const replayed = await replayOrders(db, [...replays.values()], "stores-merged", context);
  moved.moves.push(...replayed.flatMap(({ moves }) => moves));
  await db.$executeRaw`
    update service_order set store_id = ${into.id}, turn = o.turn, updated_at = now()
    from json_to_recordset(${JSON.stringify(moving)}::json) as o (id int, turn smallint)
    where service_order.id = o.id`;
  await replaceVersions(db, kept, [...versions.keys()]);
}

const rowOf = ({ line, order, flags }: KeptVersion) => ({ line: line ?? 0, order, flags });
