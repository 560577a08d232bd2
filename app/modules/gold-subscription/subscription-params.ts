import {
  type MethodParams,
  methodParams,
  type OnlineMethod,
} from "#app/modules/payment-methods/online-method.ts";
import { toStripeAmount } from "#app/modules/payments/stripe-amount.ts";
import type { Locale } from "#app/platform/words/locale.ts";
import { GOLD_PRODUCT } from "./subscription.ts";

/** The price of a year as Stripe takes it in one request. */
export type YearlyPrice = {
  currency: string;
  product: typeof GOLD_PRODUCT;
  unit_amount: number;
  recurring: { interval: "year" };
  /** What the member sees is what they pay: a tax is within. */
  tax_behavior: "inclusive";
};

/** What a session is asked for with. Kept as JSON, so that a retry says the same word by word. */
export type SubscriptionParams = {
  mode: "subscription";
  client_reference_id: string;
  customer: string;
  expires_at: number;
  locale: "en" | "zh";
  line_items: [{ quantity: 1; price_data: YearlyPrice }];
  metadata: Record<string, string>;
  subscription_data: { metadata: Record<string, string> };
  success_url: string;
  cancel_url: string;
} & MethodParams;

/**
 * A price of a year.
 *
 * @param minor in the smallest unit of the currency.
 * @returns null for a sum that Stripe cannot take in that currency.
 */
export function yearlyPrice(minor: number, currency: string): YearlyPrice | null {
  const amount = toStripeAmount(minor, currency);
  if (amount === null) return null;
  return {
    currency: currency.toLowerCase(),
    product: GOLD_PRODUCT,
    unit_amount: amount,
    recurring: { interval: "year" },
    tax_behavior: "inclusive",
  };
}

/** What Stripe is asked for to let a member subscribe. */
export function subscriptionParams(
  { memberId, customer, price, locale, methods }: Subscribing,
  { attempt, expiresAt, origin }: { attempt: number; expiresAt: Date; origin: string },
): SubscriptionParams {
  const page = `${origin}/my/gold-subscription`;
  const metadata = { member: String(memberId), purpose: "dues" };
  return {
    mode: "subscription",
    client_reference_id: referenceOf(memberId, attempt),
    customer,
    expires_at: Math.floor(expiresAt.getTime() / 1000),
    locale: stripeLocale(locale),
    line_items: [{ quantity: 1, price_data: price }],
    ...methodParams(methods),
    metadata,
    subscription_data: { metadata },
    success_url: `${page}?back=done`,
    cancel_url: `${page}?back=left`,
  };
}

export type Subscribing = {
  memberId: number;
  customer: string;
  price: YearlyPrice;
  locale: Locale;
  /** The ways of paying that are offered; null for those of Stripe's dashboard that can be charged again. */
  methods: OnlineMethod[] | null;
};

/** What of it makes it another session when it changes: all but the attempt's own number and time. */
export const inputsOf = (params: SubscriptionParams): string => {
  const { line_items, locale, customer, payment_method_types: methods } = params;
  return JSON.stringify([line_items, locale, customer, methods ?? null]);
};

/** By which a session is known for ours, also where its answer was lost. */
export const referenceOf = (memberId: number, attempt: number): string =>
  `gold-${memberId}-${attempt}`;

export const stripeLocale = (locale: Locale): "en" | "zh" => (locale === "zh-CN" ? "zh" : "en");
