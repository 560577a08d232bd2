import type { Db } from "#app/platform/db.server.ts";
import { rankOf } from "./held-orders.server.ts";
import { contentToKeep } from "./imported-versions.server.ts";
import type { HeldOrder } from "./order-outcome.ts";
import type { OrderPlan } from "./order-plan.ts";

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
  const judged = orders.filter((order) => !order.isNew && !order.plan.content);
  if (added.length > 0) {
    await db.$executeRaw`
      insert into service_order (id, store_id, order_number, turn, settled_at, vin, written_vin, plate, vin_doubtful, model,
        odometer_km, kind, labour_minor, parts_minor, discount_minor, paid_minor, refunded_minor, payer, payment_word, state, rank,
        car_id, member_id, award_txn_id, revision)
      select * from json_to_recordset(${JSON.stringify(added)}::json) as o (id int, store int, number text, turn smallint,
        "settledAt" timestamptz, vin text, "writtenVin" text, plate text, "vinDoubtful" boolean, model text, odometer int,
        kind text, labour int, parts int, discount int, paid int, refunded int, payer text, word text, state text, rank smallint,
        car int, member int, award bigint, revision int)`;
  }
  await rewriteOrders(
    db,
    orders.filter((order) => !order.isNew && order.plan.content),
  );
  if (judged.length > 0) {
    const columns = judged.map(({ id, plan, awardEntryId, revision }) => ({
      id,
      state: stateOf(plan.after),
      refunded: plan.after.refunded,
      award: awardEntryId,
      revision,
    }));
    await db.$executeRaw`
      update service_order set state = o.state, refunded_minor = o.refunded, award_txn_id = o.award, revision = o.revision,
        updated_at = now()
      from json_to_recordset(${JSON.stringify(columns)}::json)
        as o (id int, state text, refunded int, award bigint, revision int)
      where service_order.id = o.id`;
  }
  await writeVersions(db, orders, importId);
}

/** Gives orders that are held the content, the owner and the award that they have from now on. */
export async function rewriteOrders(db: Db, orders: OrderToWrite[]): Promise<void> {
  if (orders.length === 0) return;
  const taken = orders.map(orderColumns);
  await db.$executeRaw`
    update service_order set settled_at = o."settledAt", vin = o.vin, written_vin = o."writtenVin", plate = o.plate,
      vin_doubtful = o."vinDoubtful", model = o.model, odometer_km = o.odometer, kind = o.kind,
      labour_minor = o.labour, parts_minor = o.parts, discount_minor = o.discount, paid_minor = o.paid,
      refunded_minor = o.refunded, payer = o.payer, payment_word = o.word, state = o.state, rank = o.rank, car_id = o.car, member_id = o.member,
      award_txn_id = o.award, revision = o.revision, updated_at = now()
    from json_to_recordset(${JSON.stringify(taken)}::json) as o (id int, "settledAt" timestamptz, vin text, "writtenVin" text,
      plate text, "vinDoubtful" boolean, model text, odometer int, kind text, labour int, parts int,
      discount int, paid int, refunded int, payer text, word text, state text, rank smallint, car int, member int, award bigint,
      revision int)
    where service_order.id = o.id`;
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
        content: contentToKeep(row.order),
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

function orderColumns(order: OrderToWrite) {
  const { plan } = order;
  const { content, after, verdicts } = plan;
  if (!content) throw new Error("An order without content cannot be written.");
  const source = verdicts.findLast((verdict) => verdict.row.order === content);
  return {
    id: order.id,
    store: order.storeId,
    number: content.number,
    turn: plan.turn,
    settledAt: content.settledAt,
    vin: content.vin,
    writtenVin: content.writtenVin ?? null,
    plate: content.plate,
    vinDoubtful: source?.row.flags.some((flag) => flag.startsWith("vin_")) ?? false,
    model: content.model,
    odometer: content.odometerKm,
    kind: content.kind,
    labour: content.labour,
    parts: content.parts,
    discount: content.discount,
    paid: content.paid,
    refunded: after.refunded,
    payer: content.payer,
    word: content.paymentWord ?? null,
    state: stateOf(after),
    rank: rankOf(after.contentFrom),
    car: order.carId,
    member: order.memberId,
    award: order.awardEntryId,
    revision: order.revision,
  };
}

function stateOf(after: HeldOrder): "settled" | "reversed" {
  return after.cancelled ? "reversed" : "settled";
}
