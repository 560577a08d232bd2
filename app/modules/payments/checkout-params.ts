import {
  type MethodParams,
  methodParams,
  type OnlineMethod,
} from "#app/modules/payment-methods/online-method.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import type { Locale } from "#app/platform/words/locale.ts";
import type { PaymentFor } from "./payment.ts";
import { toStripeAmount } from "./stripe-amount.ts";

/** How long a session lives. Stripe takes 30 minutes to 24 hours; one more lets the request arrive. */
export const SESSION_MINUTES = 31;

/** Stripe's limit for the name of what is sold. */
const LONGEST_NAME = 250;

/** What a session is asked for with. Kept as JSON, so that a retry says the same word by word. */
export type CheckoutParams = {
  mode: "payment";
  client_reference_id: string;
  customer_email?: string;
  expires_at: number;
  locale: "en" | "zh";
  line_items: [
    {
      quantity: 1;
      price_data: { currency: string; unit_amount: number; product_data: { name: string } };
    },
  ];
  metadata: Record<string, string>;
  payment_intent_data: { description: string; metadata: Record<string, string> };
  success_url: string;
  cancel_url: string;
} & MethodParams;

/**
 * What Stripe is asked for to let a member pay.
 *
 * @param with.attempt which of the payment's sessions it is.
 * @param with.methods the ways of paying that are offered; null for those of Stripe's dashboard.
 * @returns null for a sum that Stripe cannot take in that currency.
 */
export function checkoutParams(
  payment: PaymentFor,
  who: { email: string | null; locale: Locale },
  {
    attempt,
    expiresAt,
    origin,
    methods,
  }: { attempt: number; expiresAt: Date; origin: string; methods: OnlineMethod[] | null },
): CheckoutParams | null {
  const amount = toStripeAmount(payment.amountMinor, payment.currency);
  if (amount === null) return null;
  const page = `${origin}/my/payments/${payment.id}`;
  const name = inLanguage(who.locale, payment.title).slice(0, LONGEST_NAME);
  const metadata = {
    payment: String(payment.id),
    attempt: String(attempt),
    purpose: payment.purpose,
    reference: payment.reference,
  };
  return {
    mode: "payment",
    client_reference_id: referenceOf(payment.id, attempt),
    ...(who.email ? { customer_email: who.email } : {}),
    expires_at: Math.floor(expiresAt.getTime() / 1000),
    locale: who.locale === "zh-CN" ? "zh" : "en",
    line_items: [
      {
        quantity: 1,
        price_data: {
          currency: payment.currency.toLowerCase(),
          unit_amount: amount,
          product_data: { name },
        },
      },
    ],
    ...methodParams(methods),
    metadata,
    payment_intent_data: { description: name, metadata },
    success_url: `${page}?checkout=done`,
    cancel_url: `${page}?checkout=left`,
  };
}

/** What of it makes it another session when it changes: all but the attempt's own number and time. */
export const inputsOf = (params: CheckoutParams): string => {
  const { line_items, locale, customer_email, payment_method_types: methods } = params;
  return JSON.stringify([
    line_items,
    locale,
    customer_email ?? null,
    ...(methods ? [methods] : []),
  ]);
};

/** By which a session is known for ours, also where its answer was lost. */
export const referenceOf = (paymentId: number, attempt: number): string =>
  `payment-${paymentId}-${attempt}`;

/** The same read again; null for a session of somebody else's. */
export function readReference(
  reference: string | null,
): { paymentId: number; attempt: number } | null {
  const [, paymentId, attempt] = /^payment-(\d{1,9})-(\d{1,4})$/.exec(reference ?? "") ?? [];
  return paymentId && attempt ? { paymentId: Number(paymentId), attempt: Number(attempt) } : null;
}
