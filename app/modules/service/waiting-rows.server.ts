import type { Db } from "#app/platform/db.server.ts";
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

/** Keeps rows of which only a person can say which order they are about. The same row again is one. */
export async function keepDoubtfulRows(
  db: Db,
  rows: readonly { row: OrderRow; contentHash: string; orderId: number | null }[],
  stores: ReadonlyMap<string, number>,
  importId: number | null,
): Promise<void> {
  if (rows.length === 0) return;
  const columns = rows.map(({ row, contentHash, orderId }) => ({
    store: stores.get(row.order.store),
    number: row.order.number,
    hash: contentHash,
    content: row.order,
    flags: row.flags,
    order: orderId,
    line: row.line,
  }));
  await db.$executeRaw`
    insert into order_row_waiting (store_id, order_number, content_hash, content, flags, order_id, import_id,
      row_number)
    select w.store, w.number, decode(w.hash, 'hex'), w.content, w.flags, w."order", ${importId}::int,
      case when ${importId}::int is not null then w.line end
    from json_to_recordset(${JSON.stringify(columns)}::json)
      as w (store int, number text, hash text, content jsonb, flags jsonb, "order" int, line int)
    on conflict (content_hash) do nothing`;
}

/** Takes a row out of those that wait; null where somebody else has answered it. */
export async function takeWaitingRow(db: Db, id: number): Promise<WaitingRow | null> {
  const [stored] = await db.$queryRaw<StoredRow[]>`
    delete from order_row_waiting where id = ${id} and left_out_at is null
    returning id, import_id, row_number, content, flags,
      (select service_order.id from service_order where service_order.id = order_id) as order_id`;
  if (!stored) return null;
  const { content, flags } = stored;
  const order = { ...content, settledAt: new Date(content.settledAt) };
  return {
    id,
    row: { line: stored.row_number ?? 0, order, flags },
    orderId: stored.order_id,
    importId: stored.import_id,
  };
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
