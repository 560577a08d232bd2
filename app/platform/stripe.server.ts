import Stripe from "stripe";
import { env } from "./env.server.ts";
import { singleton } from "./singleton.server.ts";

/** What is asked of Stripe and how it answers is of this version, whatever the account's own is. */
export const STRIPE_API_VERSION = "2026-10-28.endive";

/** Stripe answers in a second; a page does not wait longer than this for it. */
const TIMEOUT_MS = 10_000;

/** The club's account at Stripe; null where it has none, and the counter takes all money. */
export function stripe(): Stripe | null {
  const { STRIPE_SECRET_KEY, STRIPE_API_BASE } = env();
  if (!STRIPE_SECRET_KEY) return null;
  return singleton(`stripe ${STRIPE_API_BASE ?? ""} ${STRIPE_SECRET_KEY}`, () => {
    const base = new URL(STRIPE_API_BASE ?? "https://api.stripe.com");
    return new Stripe(STRIPE_SECRET_KEY, {
      apiVersion: STRIPE_API_VERSION,
      host: base.hostname,
      port: base.port || (base.protocol === "https:" ? 443 : 80),
      protocol: base.protocol === "https:" ? "https" : "http",
      timeout: TIMEOUT_MS,
      // Under the same idempotency key, which we give to every one that changes something.
      maxNetworkRetries: 1,
      telemetry: false,
    });
  });
}

/** Whether no money moves: pages say so. */
export const isStripeTest = ({ STRIPE_SECRET_KEY } = env()): boolean =>
  STRIPE_SECRET_KEY?.startsWith("sk_test_") ?? false;

/** Whether Stripe could not be asked, or had no answer: the same may be asked again later. */
export function isStripeAway(error: unknown): boolean {
  return (
    error instanceof Stripe.errors.StripeConnectionError ||
    error instanceof Stripe.errors.StripeAPIError ||
    error instanceof Stripe.errors.StripeRateLimitError
  );
}

/** Whether Stripe knows nothing by that id. */
export const isUnknownToStripe = (error: unknown): boolean =>
  error instanceof Stripe.errors.StripeInvalidRequestError && error.code === "resource_missing";

/** Whether Stripe says no to what it was asked for, and will say it again. */
export const isStripeRefusal = (error: unknown): error is Stripe.errors.StripeError =>
  error instanceof Stripe.errors.StripeInvalidRequestError ||
  error instanceof Stripe.errors.StripeCardError;

/**
 * Where people are led to pay, and to look after how they do; none for a club without an account. A stand-in has its
 * page beside its API.
 */
export function checkoutOrigins({ STRIPE_SECRET_KEY, STRIPE_API_BASE } = env()): string[] {
  if (!STRIPE_SECRET_KEY) return [];
  const { origin } = new URL(STRIPE_API_BASE ?? "https://api.stripe.com");
  if (origin !== "https://api.stripe.com") return [origin];
  return ["https://checkout.stripe.com", "https://billing.stripe.com"];
}
