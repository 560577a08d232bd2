import { endCheckout } from "#app/modules/payments/end-checkout.server.ts";
import { db } from "#app/platform/db.server.ts";
import { giftPayable } from "./gift-payable.server.ts";

/**
 * Ends the page at which the money part may be being paid at this moment, before the redemption is cancelled or lapses:
 * outside of every transaction, since it asks Stripe. What was paid there first counts as paid; where Stripe does not
 * answer the page stays, and what follows is refused as `being-paid`.
 *
 * @param ofMember where its owner cancels: nobody ends another's.
 */
export async function endCheckoutOf(redemptionId: number, ofMember?: number): Promise<void> {
  const redemption = await db().redemption.findFirst({
    where: { id: redemptionId, ...(ofMember === undefined ? {} : { memberId: ofMember }) },
    select: { paymentId: true },
  });
  if (redemption?.paymentId) await endCheckout(redemption.paymentId, [giftPayable]);
}
