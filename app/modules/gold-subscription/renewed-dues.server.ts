import { loadClub } from "#app/modules/club/load-club.server.ts";
import { duesPayable } from "#app/modules/dues/dues-payable.server.ts";
import type { Payable } from "#app/modules/payments/payable.ts";
import { clubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { enqueue } from "#app/platform/queue.server.ts";
import { OVER } from "./subscription.ts";

/** A year of gold, which may have been paid for by a subscription: that goes on, unless whoever refunds ends it too. */
export const renewedDues: Payable = {
  ...duesPayable,
  onRefunded: async (tx, payment, refund) => {
    await duesPayable.onRefunded?.(tx, payment, refund);
    if (!refund.endRenewal) return;
    const renewing = await renewingOf(tx, payment.reference);
    if (!renewing) return;
    // It is ended at Stripe once the refund is certain, and its member is told when Stripe has said so.
    const subscription = renewing.id;
    await enqueue(
      tx,
      "end-subscription",
      { subscription },
      { jobKey: `end-subscription:${subscription}` },
    );
  },
  renewal: async (on, reference) => {
    const renewing = await renewingOf(on, reference);
    if (!renewing) return null;
    const { periodEnd, amountMinor, currency } = renewing;
    const { timeZone } = await loadClub(on);
    return {
      on: clubTime(timeZone).dayOf(periodEnd),
      amountMinor: Number(amountMinor),
      currency,
    };
  },
};

/** The subscription by which a year was paid, as long as it will be charged again. */
const renewingOf = (on: Db, reference: string) =>
  on.goldSubscription.findFirst({
    where: {
      invoices: { some: { payment: { purpose: "dues", reference } } },
      status: { notIn: [...OVER] },
      cancelAtPeriodEnd: false,
      cancelAt: null,
    },
    select: { id: true, periodEnd: true, amountMinor: true, currency: true },
  });
