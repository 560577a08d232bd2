import { readFileSync } from "node:fs";
import path from "node:path";
import { STRIPE_API_VERSION } from "#app/platform/stripe.server.ts";
import { openSession } from "./open-session.ts";
import { StripeBalance } from "./stripe-balance.ts";
import { StripeRefusal, shown, type Thing } from "./stripe-things.ts";

export { StripeRefusal, shown, type Thing };

const FIXTURES = path.resolve(import.meta.dirname, "../../fixtures/stripe");
const { resources } = JSON.parse(readFileSync(path.join(FIXTURES, "resources.json"), "utf8")) as {
  resources: Record<string, Record<string, unknown>>;
};

/** How somebody goes away from the checkout page. */
export type Ending = "paid" | "delayed" | "declined";

/**
 * What Stripe would have in its books: sessions, payments, refunds and disputes with the states that Stripe's have,
 * and an event for each change. Knows no network and no clock but the one it is given.
 */
export class StripeBooks {
  readonly things = new Map<string, Thing>();
  /** Refunds are not done at once, but wait for {@link settleRefund}. */
  refundsWait = false;
  readonly balance = new StripeBalance({
    make: (object, prefix, values) => this.make(object, prefix, values),
    all: (object) => this.all(object),
    get: (object, id) => this.get(object, id),
    find: (id) => this.things.get(id) as Thing,
  });
  #count = 0;

  constructor(
    /** Where the checkout page is, without a trailing slash. */
    readonly pageBase: () => string,
    readonly onEvent: (event: Thing) => void,
    /** In milliseconds. */
    readonly now: () => number = Date.now,
  ) {}

  /** All of one kind, the latest first, as Stripe lists them. */
  all(object: string): Thing[] {
    return [...this.things.values()].filter((thing) => thing.object === object).reverse();
  }

  get(object: string, id: string): Thing {
    const thing = this.things.get(id);
    if (!thing || thing.object !== object) {
      throw new StripeRefusal(404, "resource_missing", `No such ${object}: '${id}'`);
    }
    if (object === "checkout.session") this.#expireInTime(thing);
    return thing;
  }

  /** Forgets an object, as Stripe's test accounts do when their data are deleted. */
  forget(id: string): void {
    this.things.delete(id);
  }

  createSession(params: Record<string, unknown>): Thing {
    const items = (params.line_items ?? []) as {
      quantity?: number;
      price_data?: { currency: string; unit_amount: number };
    }[];
    const [first] = items;
    if (params.mode !== "payment" || !first?.price_data) {
      throw new StripeRefusal(400, "parameter_missing", "The stand-in takes payments with prices");
    }
    const total = items.reduce(
      (sum, item) => sum + (item.price_data?.unit_amount ?? 0) * (item.quantity ?? 1),
      0,
    );
    const session = openSession(this, params, total, first.price_data.currency);
    const intentData = (params.payment_intent_data ?? {}) as { metadata?: unknown };
    session.$intentMetadata = intentData.metadata ?? {};
    session.$title = JSON.stringify(
      items.map((item) => (item.price_data as { product_data?: unknown }).product_data),
    );
    return session;
  }

  expireSession(id: string): Thing {
    const session = this.get("checkout.session", id);
    if (session.status !== "open") {
      const message = `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of ${session.status}.`;
      throw new StripeRefusal(400, "checkout_session_not_open", message);
    }
    return this.#expire(session);
  }

  /** What somebody does on the checkout page. A card that is declined leaves the session open. */
  checkOut(id: string, ending: Ending): Thing {
    const session = this.get("checkout.session", id);
    if (session.status !== "open") {
      throw new StripeRefusal(400, "checkout_session_not_open", "The session is over");
    }
    if (ending === "declined") return session;
    const intent = this.make("payment_intent", "pi", {
      amount: session.amount_total,
      amount_received: ending === "paid" ? session.amount_total : 0,
      currency: session.currency,
      metadata: session.$intentMetadata,
      status: ending === "paid" ? "succeeded" : "processing",
      canceled_at: null,
      last_payment_error: null,
    });
    Object.assign(session, {
      status: "complete",
      payment_intent: intent.id,
      payment_status: ending === "paid" ? "paid" : "unpaid",
      url: null,
    });
    if (ending === "paid") this.charge(intent);
    this.tell("checkout.session.completed", session);
    return session;
  }

  /** A delayed method says at last whether there was money. */
  settleDelayed(id: string, succeeds: boolean): Thing {
    const session = this.get("checkout.session", id);
    const intent = this.get("payment_intent", String(session.payment_intent));
    if (succeeds) {
      Object.assign(intent, { status: "succeeded", amount_received: intent.amount });
      session.payment_status = "paid";
      this.charge(intent);
      this.tell("checkout.session.async_payment_succeeded", session);
    } else {
      Object.assign(intent, { status: "requires_payment_method" });
      this.tell("checkout.session.async_payment_failed", session);
    }
    return session;
  }

  createRefund(params: Record<string, unknown>): Thing {
    const intent = this.get("payment_intent", String(params.payment_intent));
    const charge = this.get("charge", String(intent.latest_charge));
    if (charge.disputed) {
      throw new StripeRefusal(400, "charge_disputed", `Charge ${charge.id} has been charged back`);
    }
    const left = Number(charge.amount) - Number(charge.amount_refunded);
    if (left === 0) {
      throw new StripeRefusal(400, "charge_already_refunded", `Charge ${charge.id} was refunded`);
    }
    const amount = Number(params.amount ?? left);
    if (amount < 1 || amount > left) {
      const message = `Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`;
      throw new StripeRefusal(400, "parameter_invalid", message);
    }
    charge.amount_refunded = Number(charge.amount_refunded) + amount;
    const refund = this.make("refund", "re", {
      amount,
      charge: charge.id,
      currency: charge.currency,
      metadata: params.metadata ?? {},
      payment_intent: intent.id,
      reason: params.reason ?? null,
      status: this.refundsWait ? "pending" : "succeeded",
    });
    this.balance.refunded(refund);
    this.tell("refund.created", refund);
    this.tell("charge.refunded", charge);
    return refund;
  }

  settleRefund(id: string, status: "succeeded" | "failed" | "canceled"): Thing {
    const refund = this.get("refund", id);
    if (status !== "succeeded" && refund.status !== status) {
      const charge = this.get("charge", String(refund.charge));
      charge.amount_refunded = Number(charge.amount_refunded) - Number(refund.amount);
      this.balance.refundFailed(refund);
    }
    refund.status = status;
    this.tell(status === "failed" ? "refund.failed" : "refund.updated", refund);
    return refund;
  }

  /** Somebody's bank takes the money back for now. */
  dispute(intentId: string): Thing {
    const intent = this.get("payment_intent", intentId);
    const charge = this.get("charge", String(intent.latest_charge));
    charge.disputed = true;
    const dispute = this.make("dispute", "dp", {
      amount: charge.amount,
      charge: charge.id,
      currency: charge.currency,
      payment_intent: intent.id,
      reason: "fraudulent",
      status: "needs_response",
    });
    this.balance.disputed(dispute);
    this.tell("charge.dispute.created", dispute);
    return dispute;
  }

  closeDispute(id: string, status: "won" | "lost"): Thing {
    const dispute = this.get("dispute", id);
    dispute.status = status;
    if (status === "won") {
      this.get("charge", String(dispute.charge)).disputed = false;
      this.balance.disputeWon(dispute);
    }
    this.tell("charge.dispute.closed", dispute);
    return dispute;
  }

  /** Takes the money of an intent. */
  charge(intent: Thing): void {
    const charge = this.make("charge", "ch", {
      amount: intent.amount,
      amount_captured: intent.amount,
      amount_refunded: 0,
      captured: true,
      currency: intent.currency,
      disputed: false,
      metadata: intent.metadata,
      customer: intent.customer ?? null,
      paid: true,
      payment_intent: intent.id,
      refunded: false,
      status: "succeeded",
    });
    intent.latest_charge = charge.id;
    this.balance.charged(charge);
  }

  /** Money of somebody whom the club knows nothing of, such as by a link that was made in Stripe's dashboard. */
  chargeElsewhere(amount: number, currency: string): Thing {
    const intent = this.make("payment_intent", "pi", {
      amount,
      amount_received: amount,
      currency,
      metadata: {},
      status: "succeeded",
    });
    this.charge(intent);
    return intent;
  }

  #expireInTime(session: Thing): void {
    if (session.status === "open" && Number(session.expires_at) <= this.seconds()) {
      this.#expire(session);
    }
  }

  #expire(session: Thing): Thing {
    Object.assign(session, { status: "expired", url: null });
    this.tell("checkout.session.expired", session);
    return session;
  }

  /** An object as Stripe has one of its kind, with what differs. */
  make(object: string, prefix: string, values: Record<string, unknown>): Thing {
    this.#count += 1;
    const id = `${prefix}_${String(this.#count).padStart(6, "0")}standin${process.pid}`;
    const thing = { ...structuredClone(resources[object]), ...values } as Thing;
    Object.assign(thing, { id, object, created: this.seconds(), livemode: false });
    this.things.set(id, thing);
    return thing;
  }

  /** Tells of a change by an event. */
  tell(type: string, about: Thing): void {
    const event = this.make("event", "evt", {
      api_version: STRIPE_API_VERSION,
      data: { object: structuredClone(shown(about)) },
      type,
      pending_webhooks: 1,
    });
    this.onEvent(event);
  }

  /** The time that the books live in. */
  seconds(): number {
    return Math.floor(this.now() / 1000);
  }
}
