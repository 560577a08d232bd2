import { Prisma } from "#app/generated.server/prisma/client.ts";
import { awardOf } from "#app/modules/ledger/entry-sql.server.ts";
import { toPoints } from "#app/modules/ledger/points.ts";
import type { GoldOutcome } from "#app/modules/standing/change-status.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import {
  awardEntry,
  type Holder,
  type JudgedOrderRow,
  type JudgingContext,
  judgedOrder,
  judgeFor,
} from "./order-award.ts";
import type { OrderMoves } from "./post-awards.server.ts";

/** An order whose award was judged at another tier than its member turns out to have had. */
export type MisjudgedOrder = {
  moves: OrderMoves;
  revision: number;
  memberNumber: string;
  /** Points more or fewer than before. */
  change: number;
};

type Row = JudgedOrderRow & {
  id: number;
  revision: number;
  entry_id: bigint;
  tier: string;
  points: bigint;
  pending: boolean | null;
  available_late: Date | null;
  member_id: number;
  member_number: string;
  account_id: bigint;
  programme: string;
};

/**
 * Finds the orders that have to be judged again because their members' times of gold have changed:
 * an order earns at the tier its member held when it was settled, whenever that became known.
 *
 * @param besides orders that are being judged anyway.
 */
export async function misjudgedOrders(
  db: Db,
  besides: number[],
  gold: ReadonlyMap<number, GoldOutcome>,
  context: JudgingContext,
): Promise<MisjudgedOrder[]> {
  const members = [...gold].flatMap(([id, { changed }]) => (changed ? [id] : []));
  if (members.length === 0) return [];
  const rows = await db.$queryRaw<Row[]>`
    select o.id, o.revision, store.name as store, o.order_number as number, o.settled_at, o.plate, o.model,
      o.kind, o.paid_minor, o.refunded_minor, o.payer, o.award_txn_id as entry_id, award.tier,
      coalesce(award.points, 0) as points, award.pending, award.available_late,
      member.id as member_id, member.number as member_number,
      member.account_id, member.programme
    from service_order o
    join store on store.id = o.store_id
    join member on member.id = o.member_id
    join lateral ${awardOf(Prisma.sql`o.award_txn_id`)} award on true
    where o.member_id = any(${members}::int[]) and o.state = 'settled' and o.id <> all(${besides}::int[])
    order by o.id
    for update of o`;
  return rows.flatMap((row) => {
    const periods = gold.get(row.member_id)?.periods ?? [];
    const order = judgedOrder(row, context.time);
    const holder = holderOf(row);
    const judgement = judgeFor(order, holder, periods, context);
    if (judgement.arithmetic.tier === row.tier) return [];
    const revision = row.revision + 1;
    const before = { pending: row.pending ?? false, availableLate: row.available_late };
    const award = awardEntry(row.id, revision, order, holder, judgement, before, context);
    const moves: OrderMoves = {
      orderId: row.id,
      order,
      standing: toPoints(row.entry_id),
      steps: [{ revision, reason: "tier-changed", award }],
    };
    const change = judgement.points - toPoints(row.points);
    return [{ moves, revision, memberNumber: row.member_number, change }];
  });
}

/** Notes the awards that now stand for the orders judged again. */
export async function writeRejudged(
  db: Db,
  orders: readonly MisjudgedOrder[],
  standing: ReadonlyMap<number, number>,
): Promise<void> {
  if (orders.length === 0) return;
  const columns = orders.map(({ moves, revision }) => ({
    id: moves.orderId,
    revision,
    award: standing.get(moves.orderId) ?? null,
  }));
  await db.$executeRaw`
    update service_order set award_txn_id = o.award, revision = o.revision, updated_at = now()
    from json_to_recordset(${JSON.stringify(columns)}::json) as o (id int, award bigint, revision int)
    where service_order.id = o.id`;
}

function holderOf(row: Row): Holder {
  return {
    memberId: row.member_id,
    memberNumber: row.member_number,
    accountId: toPoints(row.account_id),
    programme: row.programme,
  };
}
