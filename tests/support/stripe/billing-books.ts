import {
  billedUntil,
  type Card,
  chargeInvoice,
  itemOf,
  newInvoice,
  newPrice,
  type PriceData,
  priceOf,
  subscriptionOf,
} from "./billing-invoices.ts";
import { openSession } from "./open-session.ts";
import { type Ending, type StripeBooks, StripeRefusal, type Thing } from "./stripe-books.ts";

const A_DAY = 24 * 3_600;
/** Stripe leaves a renewal's invoice as a draft for an hour. */
const DRAFT_S = 3_600;
/** How many days before a period ends Stripe tells of its next invoice: a setting of the dashboard. */
const UPCOMING_DAYS = 7;
const LIVE = ["active", "past_due", "trialing", "unpaid", "incomplete"];

type SubscriptionData = { metadata?: Record<string, string>; trial_end?: number };

/**
 * What Stripe Billing would have in its books: customers, yearly subscriptions, their invoices and how those are paid.
 * Time passes by {@link passTime}, as with a test clock of Stripe's.
 */
export class BillingBooks {
  /** Days after the first failed attempt on which the next are made, as set up in the dashboard. */
  retryDays = [3, 8, 15];
  /** What becomes of a subscription when the last has failed. */
  afterRetries: "canceled" | "unpaid" | "past_due" = "canceled";

  constructor(
    readonly books: StripeBooks,
    /** Does something so many milliseconds later than it is. */
    readonly later: (ms: number, work: () => void) => void,
  ) {}

  /** Forgets somebody; what they still subscribe to ends. */
  deleteCustomer(id: string): Thing {
    this.books.get("customer", id);
    for (const subscription of this.books.all("subscription")) {
      const lives = subscription.customer === id && LIVE.includes(String(subscription.status));
      if (lives) this.cancelSubscription(subscription.id);
    }
    this.books.forget(id);
    return { id, object: "customer", deleted: true };
  }

  createSession(params: Record<string, unknown>): Thing {
    const [item] = (params.line_items ?? []) as { price_data?: PriceData }[];
    const price = item?.price_data;
    if (!price?.recurring || params.payment_intent_data || !params.customer) {
      const message = "A subscription needs a customer and a recurring price, and no intent's data";
      throw new StripeRefusal(400, "parameter_invalid", message);
    }
    this.books.get("customer", String(params.customer));
    this.books.get("product", price.product);
    const data = (params.subscription_data ?? {}) as SubscriptionData;
    if (data.trial_end && data.trial_end < this.books.seconds() + 2 * A_DAY) {
      const message = "The `trial_end` date has to be at least 2 days in the future.";
      throw new StripeRefusal(400, "parameter_invalid", message);
    }
    const total = data.trial_end ? 0 : price.unit_amount;
    const session = openSession(this.books, params, total, price.currency);
    return Object.assign(session, { $price: price, $data: data });
  }

  /** What somebody does on the checkout page of a subscription. */
  checkOut(id: string, ending: Ending): Thing {
    const session = this.books.get("checkout.session", id);
    if (session.status !== "open") {
      throw new StripeRefusal(400, "checkout_session_not_open", "The session is over");
    }
    if (ending === "declined") return session;
    const subscription = this.#subscribe(session);
    const invoice = newInvoice(this.books, subscription, "subscription_create");
    if (ending === "delayed") {
      invoice.status = "open";
      this.#tell("invoice.finalized", invoice);
    } else {
      chargeInvoice(this.books, invoice, "good");
    }
    Object.assign(session, {
      status: "complete",
      payment_status:
        ending === "delayed"
          ? "unpaid"
          : session.amount_total === 0
            ? "no_payment_required"
            : "paid",
      subscription: subscription.id,
      invoice: invoice.id,
      url: null,
    });
    this.#tell("customer.subscription.created", subscription);
    this.#tell("checkout.session.completed", session);
    return session;
  }

  #subscribe(session: Thing): Thing {
    const now = this.books.seconds();
    const data = session.$data as SubscriptionData;
    const subscription = this.books.make("subscription", "sub", {
      billing_cycle_anchor: data.trial_end ?? now,
      cancel_at: null,
      cancel_at_period_end: false,
      canceled_at: null,
      ended_at: null,
      currency: session.currency,
      customer: session.customer,
      metadata: data.metadata ?? {},
      pause_collection: null,
      pending_update: null,
      start_date: now,
      status: data.trial_end ? "trialing" : "active",
      trial_end: data.trial_end ?? null,
      trial_start: data.trial_end ? now : null,
      $renewals: 0,
    });
    const item = this.books.make("subscription_item", "si", {
      price: newPrice(this.books, session.$price as PriceData),
      subscription: subscription.id,
      current_period_start: now,
      current_period_end: data.trial_end ?? billedUntil(now, 1),
    });
    subscription.items = { object: "list", data: [item], has_more: false, url: "" };
    return subscription;
  }

  /** Whoever subscribes by the API or in the dashboard, beside the club's own pages. */
  subscribeElsewhere(customer: string, like: Thing): Thing {
    const session = { customer, currency: like.currency, $price: priceOf(like), $data: {} };
    const subscription = this.#subscribe(session as unknown as Thing);
    subscription.metadata = like.metadata;
    chargeInvoice(this.books, newInvoice(this.books, subscription, "subscription_create"), "good");
    this.#tell("customer.subscription.created", subscription);
    return subscription;
  }

  updateSubscription(id: string, params: Record<string, unknown>): Thing {
    const subscription = this.subscription(id);
    if (subscription.status === "canceled") {
      throw new StripeRefusal(404, "resource_missing", `No such subscription: '${id}'`);
    }
    const end = params.cancel_at_period_end;
    if (typeof end === "boolean") {
      const { current_period_end: at } = itemOf(subscription);
      subscription.cancel_at_period_end = end;
      subscription.cancel_at = end ? at : null;
      subscription.canceled_at = end ? this.books.seconds() : null;
    }
    const [change] = (params.items ?? []) as { id?: string; price_data?: PriceData }[];
    if (change?.price_data) {
      const item = itemOf(subscription);
      if (change.id !== item.id) throw new StripeRefusal(400, "parameter_invalid", "Which item?");
      item.price = newPrice(this.books, change.price_data);
    }
    this.#tell("customer.subscription.updated", subscription);
    return subscription;
  }

  /** Ends it at once. What it still owes is not asked for any more. */
  cancelSubscription(id: string): Thing {
    const subscription = this.subscription(id);
    if (subscription.status === "canceled") {
      throw new StripeRefusal(404, "resource_missing", `No such subscription: '${id}'`);
    }
    const now = this.books.seconds();
    Object.assign(subscription, { status: "canceled", canceled_at: now, ended_at: now });
    for (const invoice of this.invoicesOf(id)) {
      if (invoice.status === "draft") this.books.forget(invoice.id);
      Object.assign(invoice, { auto_advance: false, next_payment_attempt: null });
    }
    this.#tell("customer.subscription.deleted", subscription);
    return subscription;
  }

  setCard(customer: string, card: Card): void {
    this.books.get("customer", customer).$card = card;
    this.#tell("customer.updated", this.books.get("customer", customer));
  }

  /** Somebody pays an open invoice, off its retries: on Stripe's own page, or by the API. */
  pay(id: string, card?: Card): Thing {
    const invoice = this.books.get("invoice", id);
    if (invoice.status !== "open") {
      throw new StripeRefusal(400, "invoice_not_open", "Invoice is not open");
    }
    const customer = this.books.get("customer", String(invoice.customer));
    this.#charged(invoice, card ?? (customer.$card as Card));
    return invoice;
  }

  /**
   * Does something at a customer's own time, which can be ahead of everybody else's as with Stripe's test clocks, and
   * lets happen there what is due then.
   *
   * @param days by how many their clock goes on before.
   */
  atTimeOf(customerId: string, days: number, work: () => void): void {
    const customer = this.books.get("customer", customerId);
    const ahead = Number(customer.$ahead ?? 0) + days * A_DAY * 1000;
    customer.$ahead = ahead;
    this.later(ahead, () => {
      work();
      this.passTime(customerId);
    });
  }

  /** Lets everything happen that is due by the clock: of one customer, or of all. */
  passTime(customer?: string): void {
    for (const subscription of this.books.all("subscription").reverse()) {
      if (customer && subscription.customer !== customer) continue;
      for (let steps = 0; steps < 200 && this.#step(subscription); steps++);
    }
  }

  /** Does the next thing that is due with one; answers whether there was any. */
  #step(subscription: Thing): boolean {
    const now = this.books.seconds();
    const id = subscription.id;
    const due = this.invoicesOf(id).find(
      ({ status, next_payment_attempt: at }) =>
        (status === "open" || status === "draft") && at !== null && Number(at) <= now,
    );
    if (due) {
      const customer = this.books.get("customer", String(due.customer));
      this.#charged(due, customer.$card as Card);
      return true;
    }
    if (!LIVE.includes(String(subscription.status))) return false;
    const item = itemOf(subscription);
    const end = Number(item.current_period_end);
    if (end - UPCOMING_DAYS * A_DAY <= now && subscription.$upcoming !== end) {
      subscription.$upcoming = end;
      const upcoming = newInvoice(this.books, subscription, "upcoming");
      this.books.forget(upcoming.id);
      if (!subscription.cancel_at_period_end) this.#tell("invoice.upcoming", upcoming);
      return true;
    }
    if (end > now) return false;
    if (subscription.cancel_at_period_end) {
      Object.assign(subscription, { status: "canceled", ended_at: end });
      this.#tell("customer.subscription.deleted", subscription);
      return true;
    }
    subscription.$renewals = Number(subscription.$renewals) + 1;
    const anchor = Number(subscription.billing_cycle_anchor);
    const years = Number(subscription.$renewals) + (subscription.trial_end ? 0 : 1);
    item.current_period_start = end;
    item.current_period_end = billedUntil(anchor, years);
    if (subscription.status === "trialing") subscription.status = "active";
    const invoice = newInvoice(this.books, subscription, "subscription_cycle");
    invoice.next_payment_attempt = end + DRAFT_S;
    this.#tell("invoice.created", invoice);
    this.#tell("customer.subscription.updated", subscription);
    return true;
  }

  /** Charges an invoice, and says what that makes of its subscription. */
  #charged(invoice: Thing, card: Card): void {
    const subscription = this.subscription(subscriptionOf(invoice));
    const paid = chargeInvoice(this.books, invoice, card);
    if (subscription.status === "canceled") return;
    const failed = Number(invoice.attempt_count);
    if (paid) {
      const others = this.invoicesOf(subscription.id).some(({ status }) => status === "open");
      if (!others && subscription.status !== "trialing") subscription.status = "active";
    } else {
      const days = this.retryDays[failed - 1];
      invoice.next_payment_attempt =
        days === undefined ? null : Number(invoice.$firstTriedAt) + days * A_DAY;
      subscription.status = "past_due";
      if (days === undefined && this.afterRetries === "canceled") {
        this.cancelSubscription(subscription.id);
        return;
      }
      if (days === undefined) subscription.status = this.afterRetries;
    }
    this.#tell("customer.subscription.updated", subscription);
  }

  subscription(id: string): Thing {
    return this.books.get("subscription", id);
  }

  /** The latest first. */
  invoicesOf(subscription: string): Thing[] {
    return this.books.all("invoice").filter((each) => subscriptionOf(each) === subscription);
  }

  #tell(type: string, about: Thing): void {
    this.books.tell(type, about);
  }
}
