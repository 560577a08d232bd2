import type { Db } from "#app/platform/db.server.ts";
import { LIVE } from "./checkout-state.ts";
import { lockRow } from "./lock-payment.server.ts";

export type CancelAnswer =
  | { ok: true }
  /**
   * `paid`: the money came first, and waits for finance from now on, who refund it or say that it stays. `being-paid`: a session is
   * open at Stripe, and has to be ended before (`endCheckout`).
   */
  | { ok: false; refusal: "paid" | "being-paid" };

/**
 * Lets a payment go that is owed no more, in the transaction of the noun that it is for, which has locked its own
 * before. Done again it changes nothing.
 */
export async function cancelPayment(tx: Db, paymentId: number): Promise<CancelAnswer> {
  const { state } = await lockRow(tx, paymentId);
  if (state === "paid") {
    await noteGivenUp(tx, paymentId);
    return { ok: false, refusal: "paid" };
  }
  if (state === "open") {
    const live = await tx.paymentCheckout.count({ where: { paymentId, state: { in: [...LIVE] } } });
    if (live > 0) return { ok: false, refusal: "being-paid" };
    await tx.payment.update({
      where: { id: paymentId },
      data: { state: "cancelled", cancelledAt: new Date() },
    });
  }
  return { ok: true };
}

/**
 * Notes of a payment that what it paid for is with the member no more, in the caller's transaction: its money waits
 * for finance. Of one that was not paid nothing is noted.
 */
export async function noteGivenUp(tx: Db, paymentId: number): Promise<void> {
  await tx.$executeRaw`
    insert into payment_given_up as given (payment_id)
    select id from payment where id = ${paymentId} and state = 'paid'
    on conflict (payment_id) do update set amount_minor = null, given_up_at = now(), seen_by = null
      where given.amount_minor is not null`;
}

/** The same of a part, beside those that were given up before. */
export async function notePartGivenUp(
  tx: Db,
  paymentId: number,
  amountMinor: number,
): Promise<void> {
  await tx.$executeRaw`
    insert into payment_given_up as given (payment_id, amount_minor)
    select id, ${amountMinor} from payment where id = ${paymentId} and state = 'paid'
    on conflict (payment_id) do update
      set amount_minor = given.amount_minor + excluded.amount_minor, given_up_at = now(), seen_by = null
      where given.amount_minor is not null`;
}
