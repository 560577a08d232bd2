import { Prisma } from "#app/generated.server/prisma/client.ts";
import { anyStoreAsked } from "#app/modules/club/named-stores.server.ts";
import type { ClubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { orderContentHash } from "./order-content.ts";
import type { OrderRow } from "./order-plan.ts";
import type { ServiceOrder } from "./service-order.ts";
import type { RowFlag } from "./service-order-row.ts";

/** A row that waits, to be taken once somebody has said what it is about. */
export type WaitingRow = {
  id: number;
  row: OrderRow;
  /** The order that it may be of, if it is still there. */
  orderId: number | null;
  /** The file that it stood in; null for one that came over the API. */
  importId: number | null;
};

type StoredRow = {
  id: number;
  import_id: number | null;
  row_number: number | null;
  order_id: number | null;
  content: Omit<ServiceOrder, "settledAt"> & { settledAt: string };
  flags: RowFlag[];
};

/** Keeps rows that wait for a person. The same row again is one. */
export async function keepWaitingRows(
  db: Db,
  rows: readonly { row: OrderRow; orderId: number | null; asksStoreId: number | null }[],
  stores: ReadonlyMap<string, number>,
  importId: number | null,
): Promise<void> {
  if (rows.length === 0) return;
  const columns = rows.map(({ row, orderId, asksStoreId }) => ({
    store: stores.get(row.order.store),
    number: row.order.number,
    hash: orderContentHash(row.order),
    content: row.order,
    flags: row.flags,
    order: orderId,
    asks: asksStoreId,
    line: row.line,
  }));
  await db.$executeRaw`
    insert into order_row_waiting (store_id, order_number, content_hash, content, flags, order_id,
      asks_store_id, import_id, row_number)
    select w.store, w.number, decode(w.hash, 'hex'), w.content, w.flags, w."order", w.asks, ${importId}::int,
      case when ${importId}::int is not null then w.line end
    from json_to_recordset(${JSON.stringify(columns)}::json)
      as w (store int, number text, hash text, content jsonb, flags jsonb, "order" int, asks int, line int)
    on conflict (content_hash) do nothing`;
}

/**
 * The rows that seem to speak of an order on file under another store's name, of the same number, car, day and
 * sum, while the club is asked about one of the two stores: they wait, so that nobody earns twice meanwhile.
 *
 * @param stores ids by the stores' own names.
 * @returns the store that is asked about, by row.
 */
export async function twinsOfAskedStores(
  db: Db,
  rows: readonly OrderRow[],
  stores: ReadonlyMap<string, number>,
  time: ClubTime,
): Promise<Map<OrderRow, number>> {
  const twins = new Map<OrderRow, number>();
  if (!(await anyStoreAsked(db))) return twins;
  const asked = await askedStoresNaming(db, rows, stores, time);
  const here = new Map<string, { store: string; asks: number | null }>();
  for (const [n, row] of rows.entries()) {
    const { order } = row;
    const store = stores.get(order.store);
    const mine = store !== undefined && asked.ids.has(store) ? store : null;
    const names = [order.vin, order.plate].filter((name) => name !== null);
    const keys = names.map((name) => [order.number, name, order.settledDay, order.paid].join(" "));
    const other = keys
      .map((key) => here.get(key))
      .find((known) => known && known.store !== order.store);
    const asks = asked.twins.get(n) ?? (other ? (mine ?? other.asks) : null);
    if (asks !== null) twins.set(row, asks);
    else for (const key of keys) here.set(key, here.get(key) ?? { store: order.store, asks: mine });
  }
  return twins;
}

/** The stores that the club is asked about, and of which of them an order on file is a row's twin. */
async function askedStoresNaming(
  db: Db,
  rows: readonly OrderRow[],
  stores: ReadonlyMap<string, number>,
  time: ClubTime,
): Promise<{ ids: ReadonlySet<number>; twins: ReadonlyMap<number, number> }> {
  const said = rows.map(({ order: { store, number, vin, plate, paid, settledDay } }, n) => {
    return { n, store: stores.get(store), number, vin, plate, paid, day: settledDay };
  });
  const [row] = await db.$queryRaw<[{ ids: number[] | null; twins: [number, number][] | null }]>`
    select (select array_agg(id) from store where asked_since is not null) as ids,
      (select jsonb_agg(jsonb_build_array(r.n,
          case when mine.asked_since is not null then mine.id else theirs.id end))
        from json_to_recordset(${JSON.stringify(said)}::json)
          as r (n int, store int, number text, vin text, plate text, paid int, "day" date)
        join store mine on mine.id = r.store
        join store theirs on theirs.id <> mine.id
          and (mine.asked_since is not null or theirs.asked_since is not null)
        join service_order o on o.store_id = theirs.id and o.order_number = r.number
        where (o.vin = r.vin or o.plate = r.plate) and o.paid_minor = r.paid
          and (o.settled_at at time zone ${time.zone})::date = r."day"
          and not exists (select from service_order own
            where own.store_id = mine.id and own.order_number = r.number)) as twins`;
  return { ids: new Set(row.ids), twins: new Map(row.twins) };
}

/** Takes a row out of those that wait; null where somebody else has answered it. */
export async function takeWaitingRow(db: Db, id: number): Promise<WaitingRow | null> {
  const [row] = await takeWaiting(db, Prisma.sql`id = ${id} and left_out_at is null`);
  return row ?? null;
}

/** Takes those rows out that wait for what a store turns out to be, in the order in which they came. */
export async function takeRowsAskingFor(db: Db, storeId: number): Promise<WaitingRow[]> {
  const rows = await takeWaiting(db, Prisma.sql`asks_store_id = ${storeId}`);
  return rows.sort((a, b) => a.id - b.id);
}

/** Makes the rows of one store that wait those of another. */
export async function moveWaitingRows(db: Db, storeId: number, into: number): Promise<void> {
  await db.$executeRaw`
    update order_row_waiting set store_id = ${into} where store_id = ${storeId}`;
}

async function takeWaiting(db: Db, which: Prisma.Sql): Promise<WaitingRow[]> {
  const taken = await db.$queryRaw<StoredRow[]>`
    delete from order_row_waiting where ${which}
    returning id, import_id, row_number, content, flags,
      (select service_order.id from service_order where service_order.id = order_id) as order_id`;
  return taken.map(({ id, import_id: importId, row_number: line, order_id: orderId, ...row }) => {
    const order = {
      ...row.content,
      settledAt: new Date(row.content.settledAt),
    };
    return { id, row: { line: line ?? 0, order, flags: row.flags }, orderId, importId };
  });
}

/**
 * Leaves a row out for good: when it comes again, nobody is asked again.
 *
 * @returns what it was about; null where somebody else has answered it.
 */
export async function leaveOutWaitingRow(db: Db, id: number): Promise<{ number: string } | null> {
  const [left] = await db.$queryRaw<{ number: string }[]>`
    update order_row_waiting set left_out_at = now() where id = ${id} and left_out_at is null
    returning order_number as number`;
  return left ?? null;
}

/** Forgets the rows of a file that is taken back. */
export async function dropWaitingRows(db: Db, importId: number): Promise<void> {
  await db.$executeRaw`delete from order_row_waiting where import_id = ${importId}`;
}
