import { Prisma } from "#app/generated.server/prisma/client.ts";
import { awardOf } from "#app/modules/ledger/entry-sql.server.ts";
import { toPoints } from "#app/modules/ledger/points.ts";
import type { Payer } from "#app/modules/rulebook/payer.ts";
import type { WorkKind } from "#app/modules/rulebook/work-kind.ts";
import type { ClubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { WaitedAward } from "./order-award.ts";
import { orderContentHash } from "./order-content.ts";
import type { CarsByName, HeldOfNumber } from "./order-plan.ts";
import { orderKey, type RowKind, type ServiceOrder } from "./service-order.ts";

/** An award that stands in the ledger. */
export type StandingAward = WaitedAward & {
  entryId: number;
  accountId: number;
  points: number;
  status: number;
  countsAt: Date;
};

/** An order that is held, as far as another row about it has to know. Its row is locked. */
export type StoredOrder = HeldOfNumber & {
  /** What it is by the row that counts. */
  content: ServiceOrder;
  revision: number;
  memberId: number | null;
  memberNumber: string | null;
  award: StandingAward | null;
};

const contentRanks: RowKind[] = ["cancellation", "order", "correction"];

/** The column `rank`: which kind of row the order's content is from. */
export const rankOf = (rowKind: RowKind) => Math.max(0, contentRanks.indexOf(rowKind));

type Row = {
  id: number;
  store: string;
  number: string;
  turn: number;
  revision: number;
  rank: number;
  state: string;
  settled_at: Date;
  vin: string | null;
  plate: string | null;
  odometer_km: number | null;
  kind: WorkKind;
  labour_minor: number;
  parts_minor: number;
  discount_minor: number;
  paid_minor: number;
  payer: Payer;
  car_id: number | null;
  member_id: number | null;
  member_number: string | null;
  entry_id: bigint | null;
  account_id: bigint;
  points: bigint | null;
  status: bigint | null;
  counts_at: Date;
  pending: boolean | null;
  available_late: Date | null;
  model: string | null;
  payment_word: string | null;
  written_vin: string | null;
  refunded_minor: number;
  seen: [hash: string, rowKind: RowKind, paid: number][] | null;
};

/** The orders that are held under the numbers named, by `orderKey`; locked in one order, with the award of each. */
export async function lockHeldOrders(
  db: Db,
  orders: readonly Pick<ServiceOrder, "store" | "number">[],
  stores: ReadonlyMap<string, number>,
  time: ClubTime,
): Promise<Map<string, StoredOrder[]>> {
  const keys = new Map(
    orders.map((order) => [
      orderKey(order),
      { store: stores.get(order.store), name: order.store, number: order.number },
    ]),
  );
  const rows = await db.$queryRaw<Row[]>`
    select o.id, k.name as store, o.order_number as number, o.turn, o.revision, o.rank, o.state, o.settled_at,
      o.vin, o.plate, o.odometer_km, o.kind, o.labour_minor, o.parts_minor, o.discount_minor, o.paid_minor,
      o.payer, o.payment_word, o.written_vin, o.model, o.refunded_minor, o.car_id, o.member_id, (select number from member where id = o.member_id) as member_number,
      o.award_txn_id as entry_id, award.account_id, award.points, award.status,
      award.counts_at, award.pending, award.available_late,
      (select jsonb_agg(jsonb_build_array(encode(v.content_hash, 'hex'), v.content ->> 'rowKind',
          (v.content ->> 'paid')::int))
        from service_order_version v where v.order_id = o.id) as seen
    from json_to_recordset(${JSON.stringify([...keys.values()])}::json)
      as k (store int, name text, number text)
    join service_order o on o.store_id = k.store and o.order_number = k.number
    left join lateral ${awardOf(Prisma.sql`o.award_txn_id`)} award on true
    order by o.id
    for update of o`;
  const held = new Map<string, StoredOrder[]>();
  for (const row of rows) {
    const key = orderKey(row);
    const others = held.get(key);
    if (others) others.push(storedOrder(row, time));
    else held.set(key, [storedOrder(row, time)]);
  }
  return held;
}

/** The club's cars among those that orders name: by VIN, or else by plate where the car's own VIN is unknown. */
export async function carsByName(
  db: Db,
  orders: readonly Pick<ServiceOrder, "vin" | "writtenVin" | "plate">[],
): Promise<CarsByName> {
  if (orders.length === 0) return () => null;
  const vins = orders.flatMap(({ vin, writtenVin }) => vin ?? writtenVin ?? []);
  const plates = orders.flatMap(({ plate }) => plate ?? []);
  const cars = await db.car.findMany({
    where: { OR: [{ vin: { in: vins } }, { plate: { in: plates } }] },
    select: { id: true, vin: true, plate: true },
  });
  return ({ vin, writtenVin = null, plate }) => {
    const named = vin ?? writtenVin;
    const byVin = cars.find((car) => named !== null && car.vin === named);
    const byPlate = cars.find(
      (car) => plate !== null && car.plate === plate && (vin === null || car.vin === null),
    );
    return byVin?.id ?? byPlate?.id ?? null;
  };
}

function storedOrder(row: Row, time: ClubTime): StoredOrder {
  const content = contentOf(row, time);
  return {
    id: row.id,
    turn: row.turn,
    revision: row.revision,
    contentFrom: contentRanks[row.rank] ?? "order",
    cancelled: row.state === "reversed",
    content,
    contentHash: orderContentHash(content),
    refunded: row.refunded_minor,
    seen: new Map((row.seen ?? []).map(([hash, rowKind, paid]) => [hash, { rowKind, paid }])),
    vin: row.vin,
    ...(row.written_vin === null ? {} : { writtenVin: row.written_vin }),
    plate: row.plate,
    settledDay: content.settledDay,
    paid: row.paid_minor,
    payer: row.payer,
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
            pending: row.pending ?? false,
            availableLate: row.available_late,
          },
  };
}

function contentOf(row: Row, time: ClubTime): ServiceOrder {
  return {
    store: row.store,
    number: row.number,
    rowKind: contentRanks[row.rank] ?? "order",
    settledAt: row.settled_at,
    settledDay: time.dayOf(row.settled_at),
    model: row.model,
    vin: row.vin,
    plate: row.plate,
    odometerKm: row.odometer_km,
    kind: row.kind,
    labour: row.labour_minor,
    parts: row.parts_minor,
    discount: row.discount_minor,
    paid: row.paid_minor,
    payer: row.payer,
    ...(row.payment_word === null ? {} : { paymentWord: row.payment_word }),
    ...(row.written_vin === null ? {} : { writtenVin: row.written_vin }),
  };
}
