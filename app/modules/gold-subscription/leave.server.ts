import type { Leaver } from "#app/modules/feature.ts";
import type { Payable } from "#app/modules/payments/payable.ts";
import { type Db, db } from "#app/platform/db.server.ts";
import { enqueue } from "#app/platform/queue.server.ts";
import { isStripeRefusal, stripe } from "#app/platform/stripe.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { endAttempt } from "./end-attempt.server.ts";
import { settleSubscriber } from "./settle-subscriber.server.ts";
import { OVER } from "./subscription.ts";

/** Has the queue end at Stripe what a member who leaves has there, once their leaving is certain. */
export async function eraseSubscriber(tx: Db, { member }: Leaver): Promise<void> {
  if (!member) return;
  const known = await tx.goldSubscriber.count({
    where: { memberId: member.id, customerId: { not: null } },
  });
  if (known === 0) return;
  const memberId = member.id;
  await enqueue(tx, "leave-stripe", { memberId }, { jobKey: `leave-stripe:${memberId}` });
}

/**
 * Ends what a member has at Stripe, and has Stripe forget who they are: a job, which is done again until Stripe has
 * answered. What was paid stays in Stripe's books as in ours, without a name.
 */
export async function leaveStripe(memberId: number, payables: readonly Payable[]): Promise<void> {
  const client = stripe();
  if (!client) throw new Error("There is no account at Stripe to leave.");
  const { customerId } = await db().goldSubscriber.findUniqueOrThrow({ where: { memberId } });
  if (!customerId) return;
  await endAttempt(memberId, payables);
  const living = await db().goldSubscription.findMany({
    where: { memberId, status: { notIn: [...OVER] } },
  });
  for (const { id } of living) await unlessRefused(() => client.subscriptions.cancel(id));
  await settleSubscriber(memberId, payables);
  await unlessRefused(() => client.customers.del(customerId));
  await inRetriedTransaction(async (tx) => {
    await tx.goldSubscriber.update({ where: { memberId }, data: { customerId: null } });
    // A session's address is of somebody who is no more.
    await tx.goldCheckout.updateMany({ where: { memberId }, data: { url: null } });
  });
}

/** What is over already, or unknown there, is as it is to be. */
async function unlessRefused(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!isStripeRefusal(error)) throw error;
  }
}
