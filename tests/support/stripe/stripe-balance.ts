import { StripeRefusal, shown, type Thing } from "./stripe-things.ts";

/** What a movement is, as Stripe's `type` and `reporting_category` name it. */
type Kind = { type: string; category: string };

const CHARGE: Kind = { type: "charge", category: "charge" };
const REFUND: Kind = { type: "refund", category: "refund" };
const REFUND_FAILURE: Kind = { type: "refund_failure", category: "refund_failure" };
const DISPUTE: Kind = { type: "adjustment", category: "dispute" };
const DISPUTE_REVERSAL: Kind = { type: "adjustment", category: "dispute_reversal" };
const PAYOUT: Kind = { type: "payout", category: "payout" };

/** What Stripe keeps of a card payment, and of one that a bank takes back. */
const FEE_RATE = 0.034;
const DISPUTE_FEE = 1_500;

/** The parts of Stripe's books that the balance is made of. */
export type BalanceBooks = {
  make: (object: string, prefix: string, values: Record<string, unknown>) => Thing;
  all: (object: string) => Thing[];
  get: (object: string, id: string) => Thing;
  find: (id: string) => Thing;
};

/** The balance of the account: a movement for each charge, refund, dispute and payout, with what Stripe keeps of it. */
export class StripeBalance {
  constructor(readonly books: BalanceBooks) {}

  charged(charge: Thing): Thing {
    const amount = Number(charge.amount);
    const moved = this.#move(CHARGE, charge, amount, Math.round(amount * FEE_RATE));
    charge.balance_transaction = moved.id;
    return moved;
  }

  refunded(refund: Thing): Thing {
    return this.#move(REFUND, refund, -Number(refund.amount), 0);
  }

  refundFailed(refund: Thing): Thing {
    return this.#move(REFUND_FAILURE, refund, Number(refund.amount), 0);
  }

  disputed(dispute: Thing): Thing {
    return this.#move(DISPUTE, dispute, -Number(dispute.amount), DISPUTE_FEE);
  }

  disputeWon(dispute: Thing): Thing {
    return this.#move(DISPUTE_REVERSAL, dispute, Number(dispute.amount), 0);
  }

  /** Sends what no payout has sent yet to the club's bank; nothing where there is nothing to send. */
  payOut(currency: string, { automatic = true } = {}): Thing | null {
    const waiting = this.movements().filter(
      (each) => each.currency === currency && each.$payout === undefined && each.type !== "payout",
    );
    const amount = waiting.reduce((sum, each) => sum + Number(each.net), 0);
    if (amount <= 0) return null;
    const payout = this.books.make("payout", "po", { amount, automatic, currency, status: "paid" });
    for (const each of waiting) each.$payout = payout.id;
    this.#move(PAYOUT, payout, -amount, 0).$payout = payout.id;
    return payout;
  }

  /** The latest first, as Stripe lists them. */
  movements(): Thing[] {
    return this.books
      .all("balance_transaction")
      .sort((one, other) => Number(other.created) - Number(one.created));
  }

  /** Those that a list was asked for, with their sources where that was asked for too. */
  asked(params: Record<string, unknown>): Thing[] {
    const created = (params.created ?? {}) as { gte?: number; lt?: number };
    const { payout } = params;
    if (payout !== undefined && !this.books.get("payout", String(payout)).automatic) {
      const message = "Balance transaction history can only be filtered on automatic payouts.";
      throw new StripeRefusal(400, "parameter_invalid", message);
    }
    const wanted = this.movements().filter(
      ({ created: at, $payout: inside }) =>
        Number(at) >= (created.gte ?? 0) &&
        Number(at) < (created.lt ?? Number.POSITIVE_INFINITY) &&
        (payout === undefined || inside === payout),
    );
    const expands = Array.isArray(params.expand) && params.expand.includes("data.source");
    return expands
      ? wanted.map((each) => ({ ...each, source: shown(this.books.find(String(each.source))) }))
      : wanted;
  }

  #move({ type, category }: Kind, source: Thing, amount: number, fee: number): Thing {
    return this.books.make("balance_transaction", "txn", {
      amount,
      currency: source.currency,
      fee,
      fee_details:
        fee === 0
          ? []
          : [{ amount: fee, currency: source.currency, type: "stripe_fee", application: null }],
      net: amount - fee,
      reporting_category: category,
      source: source.id,
      type,
    });
  }
}
