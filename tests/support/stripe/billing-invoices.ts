import type { StripeBooks, Thing } from "./stripe-books.ts";

/** What a customer's card does when it is charged. */
export type Card = "good" | "declined" | "secure" | "expired";

const WRONG: Record<Exclude<Card, "good">, { code: string; decline_code?: string }> = {
  declined: { code: "card_declined", decline_code: "insufficient_funds" },
  expired: { code: "expired_card" },
  secure: { code: "authentication_required" },
};

/**
 * Where a period ends, so many years after its anchor: on the anchor's own day, or the last of its month. Stripe counts
 * in UTC.
 */
export function billedUntil(anchor: number, years: number): number {
  const at = new Date(anchor * 1000);
  const day = at.getUTCDate();
  at.setUTCDate(1);
  at.setUTCFullYear(at.getUTCFullYear() + years);
  const last = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate();
  at.setUTCDate(Math.min(day, last));
  return at.getTime() / 1000;
}

/** The invoice of a subscription's present period, not asked for yet. */
export function newInvoice(books: StripeBooks, subscription: Thing, reason: string): Thing {
  const [item] = (subscription.items as { data: Thing[] }).data as [Thing];
  const price = item.price as { unit_amount: number; currency: string };
  const total = subscription.status === "trialing" ? 0 : price.unit_amount;
  const details = { subscription: subscription.id, metadata: subscription.metadata };
  const invoice = books.make("invoice", "in", {
    amount_due: total,
    amount_paid: 0,
    amount_remaining: total,
    amount_overpaid: 0,
    attempt_count: 0,
    attempted: false,
    auto_advance: true,
    billing_reason: reason,
    currency: price.currency,
    customer: subscription.customer,
    due_date: null,
    from_invoice: null,
    last_finalization_error: null,
    next_payment_attempt: null,
    parent: { type: "subscription_details", quote_details: null, subscription_details: details },
    status: "draft",
    status_transitions: {
      finalized_at: null,
      marked_uncollectible_at: null,
      paid_at: null,
      voided_at: null,
    },
    subtotal: total,
    total,
    lines: {
      object: "list",
      has_more: false,
      url: "",
      data: [
        {
          object: "line_item",
          amount: total,
          currency: price.currency,
          period: { start: item.current_period_start, end: item.current_period_end },
          parent: {
            type: "subscription_item_details",
            invoice_item_details: null,
            subscription_item_details: {
              subscription: subscription.id,
              subscription_item: item.id,
              proration: false,
            },
          },
        },
      ],
    },
  });
  invoice.hosted_invoice_url = `${books.pageBase()}/invoice/${invoice.id}`;
  if (reason !== "upcoming") subscription.latest_invoice = invoice.id;
  return invoice;
}

/** Charges an invoice with a card; answers whether it is paid. One of nothing is paid without a charge. */
export function chargeInvoice(books: StripeBooks, invoice: Thing, card: Card): boolean {
  const now = books.seconds();
  const transitions = invoice.status_transitions as Record<string, number | null>;
  if (invoice.status === "draft") {
    transitions.finalized_at = now;
    books.tell("invoice.finalized", invoice);
  }
  if (invoice.total !== 0) {
    const intent = intentOf(books, invoice);
    Object.assign(invoice, { attempted: true, attempt_count: Number(invoice.attempt_count) + 1 });
    if (card !== "good") {
      intent.status = card === "secure" ? "requires_action" : "requires_payment_method";
      intent.last_payment_error = { type: "card_error", ...WRONG[card] };
      Object.assign(invoice, { status: "open", $firstTriedAt: invoice.$firstTriedAt ?? now });
      if (card === "secure") books.tell("invoice.payment_action_required", invoice);
      books.tell("invoice.payment_failed", invoice);
      return false;
    }
    Object.assign(intent, {
      status: "succeeded",
      amount_received: intent.amount,
      last_payment_error: null,
    });
    books.charge(intent);
  }
  transitions.paid_at = now;
  Object.assign(invoice, {
    status: "paid",
    amount_paid: invoice.total,
    amount_remaining: 0,
    next_payment_attempt: null,
  });
  books.tell("invoice.paid", invoice);
  return true;
}

/** By which an invoice is paid: one intent, however often it is tried. */
function intentOf(books: StripeBooks, invoice: Thing): Thing {
  const known = books.things.get(String(invoice.$intent));
  if (known) return known;
  const intent = books.make("payment_intent", "pi", {
    amount: invoice.total,
    amount_received: 0,
    canceled_at: null,
    currency: invoice.currency,
    customer: invoice.customer,
    last_payment_error: null,
    metadata: {},
    status: "requires_payment_method",
  });
  invoice.$intent = intent.id;
  return intent;
}

/** The payments of an invoice, which Stripe shows where it is asked to. */
export function paymentsOf(invoice: Thing): Thing {
  const payment = { type: "payment_intent", payment_intent: invoice.$intent };
  const paid = invoice.status === "paid";
  const one = {
    id: `inpay_${invoice.id}`,
    object: "invoice_payment",
    invoice: invoice.id,
    amount_requested: invoice.total,
    amount_paid: paid ? invoice.total : null,
    currency: invoice.currency,
    is_default: true,
    status: paid ? "paid" : "open",
    payment,
  };
  const data = invoice.$intent ? [one] : [];
  return { object: "list", data, has_more: false, url: "" } as unknown as Thing;
}

export const itemOf = (subscription: Thing): Thing =>
  (subscription.items as { data: Thing[] }).data[0] as Thing;

export const subscriptionOf = (invoice: Thing): string =>
  (invoice.parent as { subscription_details: { subscription: string } }).subscription_details
    .subscription;

/** A price of a year, as it is asked for. */
export type PriceData = {
  currency: string;
  product: string;
  unit_amount: number;
  recurring?: unknown;
};

export function newPrice(books: StripeBooks, { currency, product, unit_amount }: PriceData): Thing {
  books.get("product", product);
  return books.make("price", "price", {
    currency: currency.toLowerCase(),
    product,
    unit_amount,
    unit_amount_decimal: String(unit_amount),
    recurring: { interval: "year", interval_count: 1, usage_type: "licensed", meter: null },
  });
}

/** The price of a subscription, to be asked for again. */
export const priceOf = (subscription: Thing): PriceData => {
  const { currency, product, unit_amount } = itemOf(subscription).price as PriceData;
  return { currency, product, unit_amount, recurring: { interval: "year" } };
};
