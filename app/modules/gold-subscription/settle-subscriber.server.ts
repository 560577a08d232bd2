import type Stripe from "stripe";
import type { Payable } from "#app/modules/payments/payable.ts";
import { lockOrdersOf } from "#app/modules/service/rejudge-orders.server.ts";
import { askAndWrite } from "#app/platform/ask-and-write.server.ts";
import { type Db, db } from "#app/platform/db.server.ts";
import { isUnknownToStripe, stripe } from "#app/platform/stripe.server.ts";
import { askedSubscriber } from "./asked-subscriber.server.ts";
import { type ReadInvoice, readInvoice, readSubscription } from "./subscription.ts";
import { referenceOf } from "./subscription-params.ts";
import { writeInvoices } from "./write-invoices.server.ts";
import { writeSubscriptions } from "./write-subscriptions.server.ts";

/** Far more than a member has in a life. */
const MOST = 1_000;
const A_PAGE = 100;

type Told = {
  subscriptions: Stripe.Subscription[];
  invoices: Stripe.Invoice[];
  sessions: Stripe.Checkout.Session[];
};

/**
 * Asks Stripe how everything stands that a member has there (their attempt to subscribe, their subscriptions and the
 * invoices of these) and writes it down: what was paid becomes a payment and a year of gold, once. Done again it
 * changes nothing, so nobody has to know which event told of what, or in which order.
 *
 * @throws what `isStripeAway` knows, where Stripe does not answer: then nothing was written.
 */
export async function settleSubscriber(
  memberId: number,
  payables: readonly Payable[],
): Promise<void> {
  await askAndWrite(
    askedSubscriber(memberId),
    async () => {
      const { customerId } = await db().goldSubscriber.findUniqueOrThrow({ where: { memberId } });
      return customerId ? { customerId, said: await ask(customerId) } : null;
    },
    async (tx, { said }) => {
      // In the order in which orders are taken in, before anything of the member's own.
      await lockOrdersOf(tx, memberId);
      const now = new Date();
      await tx.goldSubscriber.update({ where: { memberId }, data: { lookedAt: now } });
      await writeAttempt(tx, memberId, said?.sessions ?? [], now);
      const subscriptions = said?.subscriptions.flatMap((each) => readSubscription(each) ?? []);
      const change = await writeSubscriptions(tx, memberId, subscriptions ?? null, now);
      const ours = new Set(subscriptions?.map(({ id }) => id));
      const invoices = said?.invoices.flatMap((each) => readInvoice(each) ?? []) ?? [];
      const mine = invoices.filter(({ subscriptionId }) => ours.has(subscriptionId));
      await writeInvoices(tx, memberId, oldestFirst(mine), payables);
      await change.tell();
    },
  );
}

const oldestFirst = (invoices: ReadInvoice[]) =>
  invoices.sort((one, other) => one.issuedAt.getTime() - other.issuedAt.getTime());

/** Null where Stripe knows the customer no longer: then nothing of theirs lives. */
async function ask(customer: string): Promise<Told | null> {
  const client = stripe();
  if (!client) throw new Error("There is no account at Stripe to ask.");
  const page = { customer, limit: A_PAGE };
  const all = { limit: MOST };
  try {
    // Sessions first: one that is complete by then has its subscription in the list that comes after.
    const sessions = await client.checkout.sessions.list(page).autoPagingToArray(all);
    const subscriptions = await client.subscriptions
      .list({ ...page, status: "all" })
      .autoPagingToArray(all);
    const invoices = await client.invoices
      .list({ ...page, expand: ["data.payments"] })
      .autoPagingToArray(all);
    return { sessions, subscriptions, invoices };
  } catch (error) {
    if (isUnknownToStripe(error)) return null;
    throw error;
  }
}

/** How the attempt stands that may be under way. One that Stripe never had ends with its time. */
async function writeAttempt(
  tx: Db,
  memberId: number,
  sessions: readonly Stripe.Checkout.Session[],
  now: Date,
): Promise<void> {
  const live = await tx.goldCheckout.findFirst({
    where: { memberId, state: { in: ["asked", "open"] } },
  });
  if (!live) return;
  const reference = referenceOf(memberId, live.attempt);
  const session = sessions.find(({ client_reference_id: of }) => of === reference);
  if (session) {
    const state = session.status ?? "open";
    const { id: sessionId, url } = session;
    await tx.goldCheckout.update({ where: { id: live.id }, data: { state, sessionId, url } });
  } else if (live.expiresAt <= now) {
    await tx.goldCheckout.update({ where: { id: live.id }, data: { state: "failed", url: null } });
  }
}
