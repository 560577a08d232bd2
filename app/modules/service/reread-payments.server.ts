import type { ClubWords } from "#app/modules/rulebook/order-word.ts";
import { readPayer } from "#app/modules/rulebook/payer.ts";
import type { Db } from "#app/platform/db.server.ts";
import { lockHeldOrders } from "./held-orders.server.ts";
import type { OrderImportContext } from "./import-order-rows.server.ts";
import { type KeptVersion, loadVersions, replaceVersions } from "./imported-versions.server.ts";
import { type ReplayedOrder, replayOrders } from "./replay-orders.server.ts";

const ORDERS_AT_ONCE = 1_000;

/**
 * Reads the payments of orders again whose words nobody knew and the club has explained since, and judges these
 * orders: each is what the contents received for it come to, as if the words had always been known. A file
 * that is brought in again then finds them unchanged.
 *
 * @param context.words what words mean now.
 */
export async function rereadPayments(
  db: Db,
  context: OrderImportContext,
): Promise<ReplayedOrder["moves"]> {
  const said = await db.$queryRaw<{ word: string }[]>`
    select distinct content ->> 'paymentWord' as word from service_order_version
    where content ->> 'paymentWord' is not null`;
  const explained = said.flatMap(({ word }) =>
    readPayer(word, context.words) === "unknown" ? [] : [word],
  );
  const moves: ReplayedOrder["moves"] = [];
  for (;;) {
    const orders = await db.$queryRaw<Order[]>`
      select o.id, o.store_id as "storeId", store.name as store, o.order_number as number
      from service_order o join store on store.id = o.store_id
      where o.id in (select order_id from service_order_version
        where content ->> 'paymentWord' = any(${explained}::text[]))
      order by o.id limit ${ORDERS_AT_ONCE}`;
    if (orders.length === 0) return moves;
    moves.push(...(await rereadSome(db, orders, context)));
  }
}

type Order = { id: number; storeId: number; store: string; number: string };

async function rereadSome(
  db: Db,
  orders: readonly Order[],
  context: OrderImportContext,
): Promise<ReplayedOrder["moves"]> {
  const stores = new Map(orders.map(({ store, storeId }) => [store, storeId]));
  const held = await lockHeldOrders(db, orders, stores, context.time);
  const storedById = new Map([...held.values()].flat().map((stored) => [stored.id, stored]));
  const versions = await loadVersions(
    db,
    orders.map(({ id }) => id),
    context.time,
  );
  const reread = new Map(
    [...versions].map(([id, kept]) => [
      id,
      kept.map((version) => readAgain(version, context.words)),
    ]),
  );
  const replayed = await replayOrders(
    db,
    orders.flatMap((order) => {
      const stored = storedById.get(order.id);
      const contents = (reread.get(order.id) ?? []).map(({ line, ...row }) => {
        return { line: line ?? 0, order: row.order, flags: row.flags };
      });
      return stored ? [{ ...order, stored, contents }] : [];
    }),
    "order-corrected",
    context,
  );
  await replaceVersions(
    db,
    reread,
    orders.map(({ id }) => id),
  );
  return replayed.flatMap(({ moves }) => moves);
}

function readAgain(version: KeptVersion, words: ClubWords): KeptVersion {
  const { paymentWord, ...order } = version.order;
  if (paymentWord === undefined) return version;
  const payer = readPayer(paymentWord, words);
  return payer === "unknown" ? version : { ...version, order: { ...order, payer } };
}
