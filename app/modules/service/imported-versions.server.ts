import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { KeptReason } from "#app/modules/imports/import-reversal.ts";
import type { ClubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { orderContentHash } from "./order-content.ts";
import type { OrderRow } from "./order-plan.ts";
import type { ServiceOrder } from "./service-order.ts";
import type { RowFlag } from "./service-order-row.ts";

/** An order that an import said something about. */
export type ImportedOrder = {
  id: number;
  store: string;
  storeId: number;
  number: string;
  /** The lines of the import's file whose contents were remembered for it. */
  rows: number[];
  /** Every other content ever received for it, in the order in which they came. */
  others: OrderRow[];
  /** Why it has to be left alone, if something has been built on what the import brought. */
  kept: KeptReason | null;
};

type Row = {
  id: number;
  store: string;
  store_id: number;
  number: string;
  rows: number[];
  others: { line: number | null; content: StoredContent; notes: string[] | null }[] | null;
  changed_since: boolean;
  named_since: boolean;
  claimed: boolean;
};

/** What a row said, but for what names the order, which is the order's own. */
export function contentToKeep({ store, number, settledDay, ...content }: ServiceOrder) {
  return content;
}

/** As `writeOrders` keeps it. */
type StoredContent = Omit<ServiceOrder, "store" | "number" | "settledDay" | "settledAt"> & {
  settledAt: string;
};

/** Some of the orders that an import spoke of, and up to which id all have been looked at with them. */
export type ImportedPage = { orders: ImportedOrder[]; after: number };

/**
 * The next orders that an import said something about and that nothing has been said of yet, locked by id.
 * Of a member whose order is among them all others come along, so that what changes with their gold is judged
 * once and not again with every page: a page may be longer than its limit by one member's orders.
 *
 * @returns null when none is left.
 */
export async function lockImportedOrders(
  db: Db,
  importId: number,
  page: { after: number; limit: number },
  time: ClubTime,
): Promise<ImportedPage | null> {
  const { ids, after } = await nextOrders(db, importId, page);
  if (ids.length === 0) return null;
  await db.$queryRaw`
    select id from service_order where id = any(${ids}::int[]) order by id for update`;
  const rows = await db.$queryRaw<Row[]>`
    with named as materialized (
      select o.id, o.store_id, store.name as store, o.order_number as number
      from service_order o join store on store.id = o.store_id
      where o.id = any(${ids}::int[])
    ), later as (
      select distinct r.subject
      from import_run u join import_row r on r.import_id = u.id and r.outcome = 'unchanged'
      where u.kind = 'service-orders' and u.id > ${importId} and not u.dry_run
        and u.reversal_state is distinct from 'finished'
        and r.subject in (select store || ' ' || number from named)
    )
    select named.*, mine.rows, other.others,
      coalesce(other.last > mine.last, false) as changed_since,
      exists (select from later where subject = named.store || ' ' || named.number) as named_since,
      exists (select from points_claim c where c.order_id = named.id and c.state = 'granted') as claimed
    from named
    cross join lateral (
      select array_agg(v.row_number order by v.row_number) as rows, max(v.received_at) as last
      from service_order_version v where v.order_id = named.id and v.import_id = ${importId}) mine
    cross join lateral (
      select max(v.received_at) as last, jsonb_agg(jsonb_build_object(
          'line', v.row_number, 'content', v.content, 'notes', r.detail -> 'notes')
        order by v.received_at, v.row_number) as others
      from service_order_version v
      left join import_row r on r.import_id = v.import_id and r.row_number = v.row_number
      where v.order_id = named.id and v.import_id is distinct from ${importId}) other
    order by named.id`;
  const orders = rows.map((row) => ({
    id: row.id,
    store: row.store,
    storeId: row.store_id,
    number: row.number,
    rows: row.rows,
    others: (row.others ?? []).map((other) => orderRow(row, other, time)),
    kept: keptReason(row),
  }));
  return { orders, after };
}

/** Whole members as they come by their first order, until a page is full. */
async function nextOrders(
  db: Db,
  importId: number,
  { after, limit }: { after: number; limit: number },
): Promise<{ ids: number[]; after: number }> {
  // What has been looked at has its word in the import's report; of an order that was left alone that is all.
  // A sub-query with a limit is looked up order by order, whatever the planner believes of tables just filled.
  const unsaid = (orderId: Prisma.Sql) => Prisma.sql`(
    select true from service_order_version v
    join import_row r on r.import_id = v.import_id and r.row_number = v.row_number
    where v.import_id = ${importId} and v.order_id = ${orderId} and r.detail -> 'undone' is null
    limit 1)`;
  const [row] = await db.$queryRaw<[{ ids: number[] | null; after: number | null }]>`
    with page as materialized (
      select o.id, o.member_id from (
        select distinct order_id from service_order_version
        where import_id = ${importId} and order_id > ${after} and ${unsaid(Prisma.sql`service_order_version.order_id`)}
        order by order_id limit ${limit}
      ) named join service_order o on o.id = named.order_id
    ), grouped as (
      select id, id as first from page where member_id is null
      union all
      select o.id, member.first
      from (select member_id, min(id) as first from page where member_id is not null group by member_id) member
      join service_order o on o.member_id = member.member_id
      where o.id > ${after} and ${unsaid(Prisma.sql`o.id`)}
    ), placed as (
      select id, first, row_number() over (order by first, id) as place from grouped
    ), taken as materialized (
      select id from placed
      where first <= (select first from placed where place <= ${limit} order by place desc limit 1)
    )
    select (select array_agg(id order by id) from taken) as ids,
      coalesce((select min(id) - 1 from page where id not in (select id from taken)),
        (select max(id) from page)) as after`;
  return { ids: row.ids ?? [], after: row.after ?? after };
}

function keptReason(row: Row): KeptReason | null {
  if (row.claimed) return "claimed";
  if (row.changed_since) return "changed-since";
  return row.named_since ? "named-since" : null;
}

function orderRow(
  { store, number }: { store: string; number: string },
  { line, content, notes }: NonNullable<Row["others"]>[number],
  time: ClubTime,
): OrderRow {
  const settledAt = new Date(content.settledAt);
  return {
    line: line ?? 0,
    order: {
      ...content,
      store,
      number,
      settledAt,
      settledDay: time.dayOf(settledAt),
    },
    // What a row's VIN was doubtful by is kept with the row, and not in its content.
    flags: (notes ?? []).filter((note) => note.startsWith("vin_")) as RowFlag[],
  };
}

/** A content that was received for an order, and where from. */
export type KeptVersion = {
  order: ServiceOrder;
  flags: RowFlag[];
  outcome: string;
  importId: number | null;
  line: number | null;
  receivedAt: Date;
};

type VersionRow = {
  order_id: number;
  store: string;
  number: string;
  content: StoredContent;
  notes: string[] | null;
  outcome: string;
  import_id: number | null;
  row_number: number | null;
  received_at: Date;
};

/** Every content that was received for some orders, in the order in which they came, by order id. */
export async function loadVersions(
  db: Db,
  orderIds: readonly number[],
  time: ClubTime,
): Promise<Map<number, KeptVersion[]>> {
  const rows = await db.$queryRaw<VersionRow[]>`
    select v.order_id, store.name as store, o.order_number as number, v.content, r.detail -> 'notes' as notes,
      v.outcome, v.import_id, v.row_number, v.received_at
    from service_order o
    join store on store.id = o.store_id
    join service_order_version v on v.order_id = o.id
    left join import_row r on r.import_id = v.import_id and r.row_number = v.row_number
    where o.id = any(${orderIds}::int[])
    order by v.order_id, v.received_at, v.row_number`;
  const versions = new Map<number, KeptVersion[]>();
  for (const row of rows) {
    const { order, flags } = orderRow(row, { ...row, line: row.row_number }, time);
    const { outcome, import_id: importId, row_number: line, received_at: receivedAt } = row;
    const version = { order, flags: [...flags], outcome, importId, line, receivedAt };
    const others = versions.get(row.order_id);
    if (others) others.push(version);
    else versions.set(row.order_id, [version]);
  }
  return versions;
}

/**
 * Keeps other contents for orders than before. Of two that say the same the first to come is kept.
 *
 * @param formerly the ids of the orders whose contents these were.
 */
export async function replaceVersions(
  db: Db,
  versions: ReadonlyMap<number, readonly KeptVersion[]>,
  formerly: readonly number[],
): Promise<void> {
  await db.$executeRaw`delete from service_order_version where order_id = any(${formerly}::int[])`;
  const columns = [...versions].flatMap(([orderId, kept]) =>
    kept.map(({ order, ...from }) => ({
      id: orderId,
      hash: orderContentHash(order),
      content: contentToKeep(order),
      ...from,
    })),
  );
  await db.$executeRaw`
    insert into service_order_version (order_id, content_hash, outcome, content, import_id, row_number,
      received_at)
    select v.id, decode(v.hash, 'hex'), v.outcome, v.content, v."importId", v.line, v."receivedAt"
    from json_to_recordset(${JSON.stringify(columns)}::json) as v (id int, hash text, outcome text,
      content jsonb, "importId" int, line int, "receivedAt" timestamptz)
    on conflict do nothing`;
}

/** Forgets what an import said about orders, as if it had never been heard. */
export async function forgetVersions(db: Db, importId: number, orderIds: number[]): Promise<void> {
  if (orderIds.length === 0) return;
  await db.$executeRaw`
    delete from service_order_version
    where import_id = ${importId} and order_id = any(${orderIds}::int[])`;
}

/** Removes orders of which nothing is known any more; a visit noted at the desk stays, without its order. */
export async function removeOrders(db: Db, orderIds: number[]): Promise<void> {
  if (orderIds.length === 0) return;
  await db.$executeRaw`
    update reception set order_id = null where order_id = any(${orderIds}::int[])`;
  await db.$executeRaw`delete from service_order where id = any(${orderIds}::int[])`;
}
