import { toPoints } from "#app/modules/ledger/points.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { HeldOrder } from "./order-outcome.ts";
import type { OrderPlan } from "./order-plan.ts";
import { orderKey, type RowKind, type ServiceOrder } from "./service-order.ts";

/** An award that stands in the ledger. */
export type StandingAward = {
  entryId: number;
  accountId: number;
  points: number;
  status: number;
  countsAt: Date;
};

/** An order that is held, as far as another row about it has to know. Its row is locked. */
export type StoredOrder = HeldOrder & {
  id: number;
  revision: number;
  vin: string | null;
  plate: string | null;
  carId: number | null;
  memberId: number | null;
  memberNumber: string | null;
  award: StandingAward | null;
};

/** An order as it is to be written. */
export type OrderToWrite = {
  id: number;
  isNew: boolean;
  storeId: number;
  plan: OrderPlan;
  carId: number | null;
  memberId: number | null;
  awardEntryId: number | null;
  revision: number;
};

/** The column `rank`: which kind of row the order's content is from. */
const contentRanks: RowKind[] = ["cancellation", "order", "correction"];

type Row = {
  id: number;
  store: string;
  number: string;
  revision: number;
  rank: number;
  state: string;
  vin: string | null;
  plate: string | null;
  car_id: number | null;
  member_id: number | null;
  member_number: string | null;
  entry_id: bigint | null;
  account_id: bigint;
  points: bigint | null;
  status: bigint | null;
  counts_at: Date;
  seen: string[] | null;
};

/** Finds the ids of stores by name, and adds those that are new. */
export async function storeIds(db: Db, names: string[]): Promise<Map<string, number>> {
  const wanted = [...new Set(names)];
  const load = async () => {
    const stores = await db.store.findMany({ where: { name: { in: wanted } } });
    return new Map(stores.map(({ id, name }) => [name, id]));
  };
  const known = await load();
  const missing = wanted.filter((name) => !known.has(name));
  if (missing.length === 0) return known;
  await db.store.createMany({ data: missing.map((name) => ({ name })), skipDuplicates: true });
  return load();
}

/** The orders that are held among those named, locked in one order, with the award of each. */
export async function lockHeldOrders(
  db: Db,
  orders: readonly ServiceOrder[],
  stores: ReadonlyMap<string, number>,
): Promise<Map<string, StoredOrder>> {
  const keys = new Map(
    orders.map((order) => [
      orderKey(order),
      { store: stores.get(order.store), name: order.store, number: order.number },
    ]),
  );
  const rows = await db.$queryRaw<Row[]>`
    select o.id, k.name as store, o.order_number as number, o.revision, o.rank, o.state, o.vin, o.plate,
      o.car_id, o.member_id, (select number from member where id = o.member_id) as member_number,
      o.award_txn_id as entry_id, award.account_id, award.points, award.status,
      award.counts_at,
      (select array_agg(encode(v.content_hash, 'hex')) from service_order_version v
        where v.order_id = o.id) as seen
    from json_to_recordset(${JSON.stringify([...keys.values()])}::json)
      as k (store int, name text, number text)
    join service_order o on o.store_id = k.store and o.order_number = k.number
    left join lateral (
      select t.account_id, t.effective_at as counts_at, p.amount as points,
        (select s.points from ledger.status_entry s
          where s.account_id = t.account_id and s.counts_at = t.effective_at and s.txn_id = t.id) as status
      from ledger.txn t left join ledger.posting p on p.txn_id = t.id
      where t.id = o.award_txn_id
    ) award on true
    order by o.id
    for update of o`;
  return new Map(rows.map((row) => [orderKey(row), storedOrder(row)]));
}

function storedOrder(row: Row): StoredOrder {
  return {
    id: row.id,
    revision: row.revision,
    contentFrom: contentRanks[row.rank] ?? "order",
    cancelled: row.state === "reversed",
    seen: new Set(row.seen),
    vin: row.vin,
    plate: row.plate,
    carId: row.car_id,
    memberId: row.member_id,
    memberNumber: row.member_number,
    award:
      row.entry_id === null
        ? null
        : {
            entryId: toPoints(row.entry_id),
            accountId: toPoints(row.account_id),
            points: toPoints(row.points ?? 0),
            status: toPoints(row.status ?? 0),
            countsAt: row.counts_at,
          },
  };
}

/** Ids for orders to come, so that the ledger can name them before they are written. */
export async function newOrderIds(db: Db, count: number): Promise<number[]> {
  if (count === 0) return [];
  const [row] = await db.$queryRaw<[{ ids: number[] }]>`
    select array_agg(nextval(sequence)::int) as ids
    from (select pg_get_serial_sequence('service_order', 'id')::regclass as sequence offset 0) named,
      generate_series(1, ${count}::int)`;
  return row.ids;
}

/** Writes orders as they are now, and every row's content that was new to its order. */
export async function writeOrders(
  db: Db,
  orders: OrderToWrite[],
  importId: number | null,
): Promise<void> {
  const added = orders.filter((order) => order.isNew).map(orderColumns);
  const taken = orders.filter((order) => !order.isNew && order.plan.content).map(orderColumns);
  const judged = orders.filter((order) => !order.isNew && !order.plan.content);
  if (added.length > 0) {
    await db.$executeRaw`
      insert into service_order (id, store_id, order_number, settled_at, vin, plate, vin_doubtful, model,
        odometer_km, kind, labour_minor, parts_minor, discount_minor, paid_minor, payer, state, rank,
        car_id, member_id, award_txn_id, revision)
      select * from json_to_recordset(${JSON.stringify(added)}::json) as o (id int, store int, number text,
        "settledAt" timestamptz, vin text, plate text, "vinDoubtful" boolean, model text, odometer int,
        kind text, labour int, parts int, discount int, paid int, payer text, state text, rank smallint,
        car int, member int, award bigint, revision int)`;
  }
  if (taken.length > 0) {
    await db.$executeRaw`
      update service_order set settled_at = o."settledAt", vin = o.vin, plate = o.plate,
        vin_doubtful = o."vinDoubtful", model = o.model, odometer_km = o.odometer, kind = o.kind,
        labour_minor = o.labour, parts_minor = o.parts, discount_minor = o.discount, paid_minor = o.paid,
        payer = o.payer, state = o.state, rank = o.rank, car_id = o.car, member_id = o.member,
        award_txn_id = o.award, revision = o.revision, updated_at = now()
      from json_to_recordset(${JSON.stringify(taken)}::json) as o (id int, "settledAt" timestamptz, vin text,
        plate text, "vinDoubtful" boolean, model text, odometer int, kind text, labour int, parts int,
        discount int, paid int, payer text, state text, rank smallint, car int, member int, award bigint,
        revision int)
      where service_order.id = o.id`;
  }
  if (judged.length > 0) {
    const columns = judged.map(({ id, plan, awardEntryId, revision }) => ({
      id,
      state: stateOf(plan.after),
      award: awardEntryId,
      revision,
    }));
    await db.$executeRaw`
      update service_order set state = o.state, award_txn_id = o.award, revision = o.revision,
        updated_at = now()
      from json_to_recordset(${JSON.stringify(columns)}::json)
        as o (id int, state text, award bigint, revision int)
      where service_order.id = o.id`;
  }
  await writeVersions(db, orders, importId);
}

async function writeVersions(
  db: Db,
  orders: OrderToWrite[],
  importId: number | null,
): Promise<void> {
  const versions = orders.flatMap(({ id, plan }) =>
    plan.verdicts
      .filter(({ decision }) => decision.remember)
      .map(({ row, contentHash, decision }) => ({
        order: id,
        hash: contentHash,
        outcome: decision.outcome,
        content: contentOf(row.order),
        line: row.line,
      })),
  );
  if (versions.length === 0) return;
  await db.$executeRaw`
    insert into service_order_version (order_id, content_hash, outcome, content, import_id, row_number)
    select v."order", decode(v.hash, 'hex'), v.outcome, v.content, ${importId}::int,
      case when ${importId}::int is not null then v.line end
    from json_to_recordset(${JSON.stringify(versions)}::json)
      as v ("order" int, hash text, outcome text, content jsonb, line int)`;
}

/** What the row said, but for what names the order. */
function contentOf({ store, number, settledDay, ...content }: ServiceOrder) {
  return content;
}

function orderColumns(order: OrderToWrite) {
  const { plan } = order;
  const { content, after, verdicts } = plan;
  if (!content) throw new Error("An order without content cannot be written.");
  const source = verdicts.findLast((verdict) => verdict.row.order === content);
  return {
    id: order.id,
    store: order.storeId,
    number: content.number,
    settledAt: content.settledAt,
    vin: content.vin,
    plate: content.plate,
    vinDoubtful: source?.row.flags.some((flag) => flag.startsWith("vin_")) ?? false,
    model: content.model,
    odometer: content.odometerKm,
    kind: content.kind,
    labour: content.labour,
    parts: content.parts,
    discount: content.discount,
    paid: content.paid,
    payer: content.payer,
    state: stateOf(after),
    rank: contentRanks.indexOf(after.contentFrom),
    car: order.carId,
    member: order.memberId,
    award: order.awardEntryId,
    revision: order.revision,
  };
}

function stateOf(after: HeldOrder): "settled" | "reversed" {
  return after.cancelled ? "reversed" : "settled";
}
