import type Stripe from "stripe";

/** What a movement on the balance at Stripe is about. */
const MOVED = ["payment", "refund", "dispute", "fee", "payout", "other"] as const;
export type Moved = (typeof MOVED)[number];

/** A movement as it is kept. Sums are as Stripe counts them, with a sign: what leaves the balance is below nought. */
export type KeptTransaction = {
  id: string;
  createdAt: Date;
  type: string;
  what: Moved;
  /** Of the balance, as ISO 4217 writes it. */
  currency: string;
  amount: number;
  fee: number;
  net: number;
  /** By what the club knows it: a payment intent, a refund, a dispute, a payout; else the movement's own id. */
  subject: string;
  /** In the currency that was paid in, where the balance has another. */
  subjectCurrency: string;
  subjectAmount: number;
  /** Of a payout: whether Stripe made it by itself, and so says what is in it. */
  automatic: boolean;
  said: Record<string, unknown>;
};

/** Stripe's own groups for accounting: https://docs.stripe.com/reports/reporting-categories */
const GROUPS: Record<string, Moved> = {
  charge: "payment",
  charge_failure: "payment",
  partial_capture_reversal: "payment",
  refund: "refund",
  refund_failure: "refund",
  dispute: "dispute",
  dispute_reversal: "dispute",
  fee: "fee",
  tax: "fee",
  network_cost: "fee",
  payout: "payout",
  payout_reversal: "payout",
};

/** What of a source is kept: sums, states and ids, and nothing that says who paid. */
const KEPT_OF_SOURCE = [
  "id",
  "object",
  "amount",
  "currency",
  "charge",
  "payment_intent",
  "status",
  "reason",
  "automatic",
  "arrival_date",
] as const;

type Source = Partial<Record<(typeof KEPT_OF_SOURCE)[number], unknown>>;

/**
 * Reads a movement as Stripe lists it, with its source in the place of the source's id.
 */
export function readTransaction(told: Stripe.BalanceTransaction): KeptTransaction {
  const source = readSource(told.source);
  const what = GROUPS[told.reporting_category] ?? "other";
  const paid = sumPaid(told, source);
  return {
    id: told.id,
    createdAt: new Date(told.created * 1000),
    type: told.type,
    what,
    currency: told.currency.toUpperCase(),
    amount: told.amount,
    fee: told.fee,
    net: told.net,
    subject: subjectOf(what, source) ?? told.id,
    subjectCurrency: paid.currency.toUpperCase(),
    subjectAmount: paid.amount,
    automatic: source.automatic === true,
    said: {
      reporting_category: told.reporting_category,
      status: told.status,
      available_on: told.available_on,
      exchange_rate: told.exchange_rate,
      fee_details: told.fee_details.map(({ amount, currency, type }) => ({
        amount,
        currency,
        type,
      })),
      source,
    },
  };
}

function readSource(source: Stripe.BalanceTransaction["source"]): Source {
  if (source === null) return {};
  if (typeof source === "string") return { id: source };
  const whole = source as unknown as Record<string, unknown>;
  return Object.fromEntries(
    KEPT_OF_SOURCE.filter((name) => name in whole).map((name) => [name, idOf(whole[name])]),
  );
}

/** An object in the place of an id is its id. */
const idOf = (value: unknown): unknown =>
  value !== null && typeof value === "object" && "id" in value ? value.id : value;

const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : null);

/** A payment is known by its intent, whatever charges it took; what goes back by its own id. */
function subjectOf(what: Moved, source: Source): string | null {
  switch (what) {
    case "payment":
      return text(source.payment_intent) ?? text(source.id);
    case "refund":
    case "dispute":
    case "payout":
      return text(source.id);
    default:
      return null;
  }
}

/** What was paid, before Stripe changed it into the balance's currency. */
function sumPaid(told: Stripe.BalanceTransaction, source: Source) {
  const currency = text(source.currency);
  if (told.exchange_rate === null || currency === null || typeof source.amount !== "number") {
    return { amount: told.amount, currency: told.currency };
  }
  return { amount: Math.sign(told.amount) * source.amount, currency };
}
