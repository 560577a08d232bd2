import { z } from "zod";
import type { Payable } from "#app/modules/payments/payable.ts";
import { db } from "#app/platform/db.server.ts";
import { enqueue } from "#app/platform/queue.server.ts";
import { isStripeAway, stripe } from "#app/platform/stripe.server.ts";
import { settleSubscriber } from "./settle-subscriber.server.ts";

const Subject = z.object({ customer: z.string(), intent: z.string().optional() });

/**
 * Asks Stripe about a customer whom a webhook named: a job, in any order and as often as it is.
 *
 * Where money that went back brought it here, it is asked about again once what it was paid for is known.
 */
export async function applyCustomer(payload: unknown, payables: readonly Payable[]): Promise<void> {
  const { customer, intent } = Subject.parse(payload);
  const known = await db().goldSubscriber.findUnique({ where: { customerId: customer } });
  if (!known) return;
  await settleSubscriber(known.memberId, payables);
  if (!intent) return;
  const paid = await db().paymentCheckout.count({ where: { paymentIntent: intent } });
  if (paid > 0) await enqueue(db(), "apply-stripe", { intent }, { jobKey: `stripe:${intent}` });
}

/** Asks at once, for somebody who comes back from Stripe's pages before the webhook does; the poll asks again. */
export async function lookAtSubscriber(
  memberId: number,
  payables: readonly Payable[],
): Promise<void> {
  if (!stripe()) return;
  if ((await db().goldSubscriber.count({ where: { memberId } })) === 0) return;
  try {
    await settleSubscriber(memberId, payables);
  } catch (error) {
    if (!isStripeAway(error)) throw error;
  }
}
