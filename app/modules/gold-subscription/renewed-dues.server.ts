import { loadClub } from "#app/modules/club/load-club.server.ts";
import { duesPayable } from "#app/modules/dues/dues-payable.server.ts";
import type { Payable, RenewalEnd } from "#app/modules/payments/payable.ts";
import { clubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { enqueue } from "#app/platform/queue.server.ts";
import { renewalStateOf } from "./renewal.ts";

/** A year of gold, which may have been paid for by a subscription: that goes on, unless somebody of the club ends it. */
export const renewedDues: Payable = {
  ...duesPayable,
  onRefunded: async (tx, payment, refund) => {
    await duesPayable.onRefunded?.(tx, payment, refund);
    if (refund.endRenewal) await endRenewal(tx, payment.reference);
  },
  renewal: async (on, reference) => {
    const paidBy = await subscriptionOf(on, reference);
    if (!paidBy) return null;
    const { periodEnd, cancelAt, endedAt, amountMinor, currency } = paidBy;
    const { timeZone } = await loadClub(on);
    return {
      state: renewalStateOf(paidBy, new Date()),
      on: clubTime(timeZone).dayOf(endedAt ?? cancelAt ?? periodEnd),
      amountMinor: Number(amountMinor),
      currency,
    };
  },
  endRenewal,
};

/** It is ended at Stripe once the transaction is certain, and its member is told when Stripe has said so. */
async function endRenewal(tx: Db, reference: string): Promise<RenewalEnd> {
  const paidBy = await subscriptionOf(tx, reference);
  if (!paidBy) return "not-running";
  const { id, endAskedAt } = paidBy;
  const now = new Date();
  const state = renewalStateOf(paidBy, now);
  if (state === "ends") return "ends-already";
  if (state === "over") return endAskedAt ? "asked-before" : "not-running";
  if (state === "ending") return "asked-before";
  // From the page of another of its payments it may be asked for at the same moment.
  const { count } = await tx.goldSubscription.updateMany({
    where: { id, endAskedAt },
    data: { endAskedAt: now },
  });
  if (count === 0) return "asked-before";
  await enqueue(tx, "end-subscription", { subscription: id }, { jobKey: `end-subscription:${id}` });
  return "asked";
}

/** The subscription by which a year was paid, whether or not it lives. */
const subscriptionOf = (on: Db, reference: string) =>
  on.goldSubscription.findFirst({
    where: { invoices: { some: { payment: { purpose: "dues", reference } } } },
    select: {
      ...{ id: true, status: true, amountMinor: true, currency: true },
      ...{ periodEnd: true, cancelAtPeriodEnd: true, cancelAt: true },
      ...{ endedAt: true, endAskedAt: true },
    },
  });
