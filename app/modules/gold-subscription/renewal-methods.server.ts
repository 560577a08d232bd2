import { loadClub } from "#app/modules/club/load-club.server.ts";
import { loadPaymentMethods } from "#app/modules/payment-methods/load-payment-methods.server.ts";
import { methodsFor, type OnlineMethod } from "#app/modules/payment-methods/online-method.ts";
import type { Db } from "#app/platform/db.server.ts";
import { stripe } from "#app/platform/stripe.server.ts";

/**
 * The ways of paying that the club takes and that can be charged again without the member: none where gold cannot
 * renew itself; null where Stripe's dashboard decides.
 */
export async function renewalMethods(db: Db): Promise<OnlineMethod[] | null> {
  if (!stripe()) return [];
  const [{ online }, { currency }] = await Promise.all([loadPaymentMethods(db), loadClub(db)]);
  return methodsFor(online, { currency, recurring: true });
}

/** Whether members can have gold renew itself. */
export const isRenewalOffered = async (db: Db): Promise<boolean> =>
  (await renewalMethods(db))?.length !== 0;
