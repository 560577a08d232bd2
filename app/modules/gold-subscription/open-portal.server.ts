import { db } from "#app/platform/db.server.ts";
import { appOrigin } from "#app/platform/env.server.ts";
import { idempotencyKey } from "#app/platform/idempotency-key.server.ts";
import { isStripeAway, stripe } from "#app/platform/stripe.server.ts";
import type { Locale } from "#app/platform/words/locale.ts";
import { stripeLocale } from "./subscription-params.ts";

export type OpenedPortal =
  | { ok: true; url: string }
  /** `none`: they never subscribed. `away`: Stripe does not answer. */
  | { ok: false; refusal: "none" | "away" };

const A_MINUTE_MS = 60_000;

/**
 * Opens Stripe's Customer Portal for a member, where they change how they pay, see invoices and end the renewal.
 * What they did there is asked about when they come back.
 */
export async function openPortal(memberId: number, locale: Locale): Promise<OpenedPortal> {
  const known = await db().goldSubscriber.findUnique({ where: { memberId } });
  if (!known?.customerId) return { ok: false, refusal: "none" };
  const client = stripe();
  if (!client) return { ok: false, refusal: "away" };
  const params = {
    customer: known.customerId,
    locale: stripeLocale(locale),
    return_url: `${appOrigin()}/my/gold-subscription?back=portal`,
  };
  // Such a session lives for minutes: pressed twice it is one, pressed later it is another.
  const minute = Math.floor(Date.now() / A_MINUTE_MS);
  const key = idempotencyKey(`gold-portal-${memberId}`, minute, params);
  try {
    const { url } = await client.billingPortal.sessions.create(params, { idempotencyKey: key });
    return { ok: true, url };
  } catch (error) {
    if (isStripeAway(error)) return { ok: false, refusal: "away" };
    throw error;
  }
}
