import { db } from "#app/platform/db.server.ts";
import { log } from "#app/platform/log.server.ts";
import { isStripeAway, stripe } from "#app/platform/stripe.server.ts";
import { askForSession } from "./ask-for-session.server.ts";
import type { CheckoutParams } from "./checkout-params.ts";
import { LIVE } from "./checkout-state.ts";
import type { Payable } from "./payable.ts";
import { returnPayment } from "./return-payment.server.ts";
import { sendRefund } from "./send-refund.server.ts";
import { settleCheckout } from "./settle-checkout.server.ts";
import { settleMoneyBack } from "./settle-money-back.server.ts";

/** A webhook comes within seconds; what was not told for so long is asked after. */
const UNTOLD_MS = 2 * 60_000;
/** And again after so long. */
const AGAIN_MS = 5 * 60_000;
const AT_ONCE = 200;

/**
 * Asks Stripe about everything that is under way and of which nothing was heard: for webhooks that were lost, and for
 * what broke half-way. Where Stripe does not answer it is left for the next time.
 *
 * @returns how many were asked about.
 */
export async function pollStripe(
  payables: readonly Payable[],
  now: Date = new Date(),
): Promise<number> {
  if (!stripe()) return 0;
  const untold = new Date(now.getTime() - UNTOLD_MS);
  const quiet = {
    createdAt: { lt: untold },
    OR: [{ lookedAt: null }, { lookedAt: { lt: new Date(now.getTime() - AGAIN_MS) } }],
  };
  const checkouts = await db().paymentCheckout.findMany({
    where: {
      AND: [quiet, { OR: [{ state: { in: [...LIVE] } }, { returnState: "pending" }] }],
    },
    orderBy: { id: "asc" },
    take: AT_ONCE,
  });
  const refunds = await db().paymentRefund.findMany({
    where: { ...quiet, state: "pending", method: "stripe" },
    orderBy: { id: "asc" },
    take: AT_ONCE,
    select: {
      id: true,
      stripeId: true,
      payment: { select: { checkouts: { where: { state: "paid" } } } },
    },
  });
  let asked = 0;
  for (const checkout of checkouts) {
    const { id, attempt, sessionId, returnState, returnId } = checkout;
    const params = checkout.params as CheckoutParams;
    const again = async () => {
      if (returnState === "pending") {
        return returnId ? settleMoneyBack(id, payables) : returnPayment(id);
      }
      if (sessionId === null && (await askForSession({ id, attempt, params })) === "away") return;
      await settleCheckout(id, payables);
    };
    if (!(await answered(again))) return asked;
    asked += 1;
  }
  for (const { id, stripeId, payment } of refunds) {
    const [paidBy] = payment.checkouts;
    const again = async () => {
      if (stripeId === null) await sendRefund(id);
      else if (paidBy) await settleMoneyBack(paidBy.id, payables);
    };
    if (!(await answered(again))) return asked;
    await db().paymentRefund.update({ where: { id }, data: { lookedAt: now } });
    asked += 1;
  }
  return asked;
}

/** Whether Stripe answered; one that cannot be settled is noted, and keeps none of the others waiting. */
async function answered(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (isStripeAway(error)) return false;
    log().error({ err: error }, "a payment could not be settled with Stripe");
    return true;
  }
}
