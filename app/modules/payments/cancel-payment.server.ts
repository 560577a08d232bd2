import type { Db } from "#app/platform/db.server.ts";
import { lockRow } from "./lock-payment.server.ts";

/** `paid`: the money came first; whoever cancels what it is for refunds it, or leaves it. */
export type CancelAnswer = { ok: true } | { ok: false; refusal: "paid" };

/**
 * Lets a payment go that is owed no more, in the transaction of the noun that it is for, which has locked its own
 * before. Done again it changes nothing.
 */
export async function cancelPayment(tx: Db, paymentId: number): Promise<CancelAnswer> {
  const { state } = await lockRow(tx, paymentId);
  if (state === "paid") return { ok: false, refusal: "paid" };
  if (state === "open") {
    await tx.payment.update({
      where: { id: paymentId },
      data: { state: "cancelled", cancelledAt: new Date() },
    });
  }
  return { ok: true };
}
