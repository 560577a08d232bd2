import { loadStores, type StoreChoice } from "#app/modules/club/load-stores.server.ts";
import type { RowKind } from "#app/modules/service/service-order.ts";
import type { Day } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { loadUnknownWords, type UnknownWord } from "./load-unknown-words.server.ts";

/** Questions that a page shows; who has answered these is shown the next. */
const SHOWN = 30;

/** An order as a row says it, or as it is on file. Money in minor units. */
export type OrderSaid = {
  day: Day;
  vin: string | null;
  plate: string | null;
  paid: number;
  /** The number of the member whose order it is; null where nobody is. */
  member: string | null;
};

/** A row whose number is held for another car. */
export type RowInDoubt = {
  id: number;
  store: string;
  number: string;
  rowKind: RowKind;
  /** The file that it stood in, and where; null for one that came over the API. */
  file: { importId: number; name: string; line: number } | null;
  said: Omit<OrderSaid, "member">;
  /** Null where the order has gone since. */
  held: OrderSaid | null;
};

/** A store that a file or the API has named and nobody knows. */
export type AskedStore = {
  id: number;
  name: string;
  /** Orders that it has, and rows that wait for what it is. */
  orders: number;
  waiting: number;
  /** The file that named it first; null for the API. */
  file: string | null;
};

/** All that one page shows of what the workshop's rows leave open. */
export type OrderQuestions = {
  rows: RowInDoubt[];
  rowCount: number;
  asked: AskedStore[];
  /** The club's own stores. */
  stores: StoreChoice[];
  words: UnknownWord[];
};

/** Loads what waits for an answer, the oldest first. */
export async function loadOrderQuestions(db: Db, zone: string): Promise<OrderQuestions> {
  const [found, asked, stores, words] = await Promise.all([
    loadRows(db, zone),
    loadAskedStores(db),
    loadStores(db),
    loadUnknownWords(db),
  ]);
  return {
    rows: found.map(({ total, ...row }) => row),
    rowCount: Number(found[0]?.total ?? 0),
    asked,
    stores,
    words,
  };
}

function loadAskedStores(db: Db): Promise<AskedStore[]> {
  return db.$queryRaw<AskedStore[]>`
    select store.id, store.name, run.file_name as file,
      (select count(*)::int from service_order where store_id = store.id) as orders,
      (select count(*)::int from order_row_waiting where asks_store_id = store.id) as waiting
    from store left join import_run run on run.id = store.first_import_id
    where store.asked_since is not null
    order by store.id`;
}

function loadRows(db: Db, zone: string) {
  return db.$queryRaw<(RowInDoubt & { total: bigint })[]>`
    select w.id, store.name as store, w.order_number as number, w.content ->> 'rowKind' as "rowKind",
      case when run.id is not null then
        jsonb_build_object('importId', run.id, 'name', run.file_name, 'line', w.row_number) end as file,
      jsonb_build_object('day', w.content ->> 'settledDay', 'vin', w.content ->> 'vin',
        'plate', w.content ->> 'plate', 'paid', (w.content ->> 'paid')::int) as said,
      case when o.id is not null then
        jsonb_build_object('day', (o.settled_at at time zone ${zone})::date, 'vin', o.vin, 'plate', o.plate,
          'paid', o.paid_minor, 'member', member.number) end as held,
      count(*) over () as total
    from order_row_waiting w
    join store on store.id = w.store_id
    left join import_run run on run.id = w.import_id
    left join service_order o on o.id = w.order_id
    left join member on member.id = o.member_id
    where w.left_out_at is null and w.asks_store_id is null
    order by w.id limit ${SHOWN}`;
}
