import { endCheckout } from "#app/modules/payments/end-checkout.server.ts";
import { db } from "#app/platform/db.server.ts";
import { eventPayable } from "./event-payable.server.ts";
import { BeingPaid } from "./give-back.server.ts";

/**
 * Ends the page at which a party may be being paid at this moment, before it is cancelled or changed: outside of every
 * transaction, since it asks Stripe. What was paid there first counts as paid.
 *
 * @param ofMember where its owner acts: nobody ends another's.
 */
export async function endCheckoutOf(registrationId: number, ofMember?: number): Promise<void> {
  const party = await db().registration.findFirst({
    where: { id: registrationId, ...(ofMember === undefined ? {} : { memberId: ofMember }) },
    select: { paymentId: true },
  });
  if (party?.paymentId) await endCheckout(party.paymentId, [eventPayable]);
}

/** Does what may let money go; `being-paid` where some is on its way and Stripe does not say. */
export async function unlessBeingPaid<Answer>(
  work: () => Promise<Answer>,
): Promise<Answer | { ok: false; refusal: "being-paid" }> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof BeingPaid) return { ok: false, refusal: "being-paid" };
    throw error;
  }
}
