import type { Actor } from "#app/modules/access/actor.ts";
import { moveClaims } from "#app/modules/claims/move-claims.server.ts";
import { acceptStore, lockStores, mergeStoreNames } from "#app/modules/club/named-stores.server.ts";
import { movePayments } from "#app/modules/payments/move-payments.server.ts";
import { moveRedemptions } from "#app/modules/redemptions/move-redemptions.server.ts";
import { orderImportContext } from "#app/modules/service/import-service-orders.server.ts";
import { moveOrders } from "#app/modules/service/move-orders.server.ts";
import { moveWaitingRows, takeRowsAskingFor } from "#app/modules/service/waiting-rows.server.ts";
import { ownCars } from "#app/modules/vehicle/own-cars.server.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { takeTurns } from "#app/platform/locks.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { takeWaiting } from "./take-waiting.server.ts";

export type AnsweredStore =
  | { ok: true; points: number }
  /** `own-car`: a row that waits for the answer is of a car of whoever gives it. */
  | { ok: false; refusal: "answered" | "own-car" };

/**
 * Says what a store is that the club is asked about, or makes two stores one: with `into`, everything of the
 * store becomes the other's, files that name it mean the other from then on, and an order that both had earns
 * once; without, it is a new store of the club's. Rows that waited for the answer are taken in.
 *
 * @param bookAt for tests: the instant to book at.
 */
export async function answerStore({
  storeId,
  into,
  bookAt,
  ...who
}: { storeId: number; into: number | null; bookAt?: Date } & Actor): Promise<AnsweredStore> {
  const context = await orderImportContext(bookAt);
  return inRetriedTransaction<AnsweredStore>(async (tx, rollBack) => {
    await takeTurns(tx, "stores");
    await lockStores(tx, into === null ? [storeId] : [storeId, into]);
    const store = await tx.store.findUnique({ where: { id: storeId } });
    const other = into === null ? null : await tx.store.findUnique({ where: { id: into } });
    const canBeOther = other !== null && other.askedSince === null && other.id !== storeId;
    if (!store || (into === null ? store.askedSince === null : !canBeOther)) {
      return { ok: false, refusal: "answered" };
    }
    const waiting = await takeRowsAskingFor(tx, storeId);
    const isOwn = await ownCars(tx, who.by);
    if (waiting.some(({ row }) => isOwn(row.order))) rollBack({ ok: false, refusal: "own-car" });
    let points = 0;
    if (other) {
      const { joined, moves } = await moveOrders(tx, store, other, context);
      await moveClaims(tx, storeId, other.id, joined);
      await movePayments(tx, storeId, other.id);
      await moveRedemptions(tx, { from: storeId, into: other.id, by: who.by });
      await moveWaitingRows(tx, storeId, other.id);
      await mergeStoreNames(tx, storeId, other.id);
      points += moves.reduce((sum, [, moved]) => sum + moved, 0);
    } else {
      await acceptStore(tx, storeId);
    }
    points += await takeWaiting(tx, waiting, context);
    await writeAudit(tx, {
      personId: who.by,
      action: other ? "store.merged" : "store.accepted",
      subject: `store:${other?.id ?? storeId}`,
      detail: { store: store.name, ...(other ? { into: other.name } : {}), points },
      address: who.address,
    });
    return { ok: true, points };
  });
}
