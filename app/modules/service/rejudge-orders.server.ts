import {
  changeStatus,
  type GoldOutcome,
  lockMembers,
} from "#app/modules/standing/change-status.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { OrderImportContext } from "./import-order-rows.server.ts";
import { misjudgedOrders, writeRejudged } from "./misjudged-orders.server.ts";
import { postAwards } from "./post-awards.server.ts";

/** What judging a member's orders again came to. */
export type Rejudged = { orders: number; points: number };

/**
 * Locks a member's orders and then the member, in the order in which orders are taken in, so that no
 * order arrives while the member's gold is being given or taken by hand.
 */
export async function lockOrdersOf(db: Db, memberId: number): Promise<void> {
  await db.$executeRaw`
    select id from service_order where member_id = ${memberId} order by id for update`;
  await lockMembers(db, [memberId]);
}

/**
 * Judges a member's orders again after a span of gold was given or ended by hand: an order earns at the
 * tier its member held when it was settled. Gold by points is worked out anew as well. The caller holds
 * {@link lockOrdersOf}.
 *
 * @returns how many orders are judged otherwise than before, and the points more or fewer.
 */
export async function rejudgeOrders(
  db: Db,
  memberId: number,
  context: OrderImportContext,
): Promise<Rejudged> {
  const nothing = [{ memberId, points: 0, countsAt: context.now }];
  const outcomes = await changeStatus(db, nothing, context);
  const periods = outcomes.get(memberId)?.periods ?? [];
  const gold = new Map<number, GoldOutcome>([[memberId, { periods, changed: true }]]);
  const orders = await misjudgedOrders(db, [], gold, context);
  const moves = orders.map((order) => order.moves);
  const standing = await postAwards(db, moves, context.bookAt);
  await writeRejudged(db, orders, standing);
  return {
    orders: orders.length,
    points: orders.reduce((sum, { change }) => sum + change, 0),
  };
}
