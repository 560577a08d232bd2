import { earnMany } from "#app/modules/ledger/earn-many.server.ts";
import type { Award } from "#app/modules/ledger/entry.ts";
import { reverseMany } from "#app/modules/ledger/reverse-many.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import {
  type JudgedOrder,
  type TakeBackReason,
  takeBackMeta,
  takeBackScope,
} from "./order-award.ts";

/** What happens to the points of one order, step after step. */
export type OrderMoves = {
  orderId: number;
  order: Pick<JudgedOrder, "store" | "number">;
  /** The entry of the award that stands before the first step. */
  standing: number | null;
  steps: { revision: number; reason: TakeBackReason; award: Award | null }[];
};

/**
 * Books what happens to orders' points in as few calls as there are steps to one order: each step takes
 * back the award of the step before and gives the new one. Awards are booked by the day they are for,
 * so that statements read like a calendar.
 *
 * @returns the entries of the awards that stand afterwards, by order id.
 */
export async function postAwards(
  db: Db,
  orders: readonly OrderMoves[],
  now?: Date,
): Promise<Map<number, number>> {
  const standing = new Map<number, number>();
  for (const { orderId, standing: entryId } of orders) {
    if (entryId !== null) standing.set(orderId, entryId);
  }
  const most = orders.reduce((max, { steps }) => Math.max(max, steps.length), 0);
  for (let wave = 0; wave < most; wave++) {
    const moving = orders.flatMap(({ orderId, order, steps }) => {
      const step = steps[wave];
      return step ? [{ orderId, order, ...step }] : [];
    });
    const takenBack = moving.flatMap(({ orderId, order, revision, reason }) => {
      const entryId = standing.get(orderId);
      if (entryId === undefined) return [];
      standing.delete(orderId);
      const meta = takeBackMeta(orderId, order, reason);
      return [{ scope: takeBackScope, key: `${orderId}/${revision}`, entryId, meta }];
    });
    await reverseMany(db, takenBack, now);

    const given = moving
      .flatMap(({ orderId, award }) => (award ? [{ orderId, award }] : []))
      .sort((a, b) => a.award.effectiveAt.getTime() - b.award.effectiveAt.getTime());
    const booked = await earnMany(
      db,
      given.map(({ award }) => award),
      now,
    );
    given.forEach(({ orderId }, index) => {
      const entry = booked[index];
      if (entry) standing.set(orderId, entry.entryId);
    });
  }
  return standing;
}
