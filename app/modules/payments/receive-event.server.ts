import type Stripe from "stripe";
import type { PrismaClient } from "#app/generated.server/prisma/client.ts";
import { db } from "#app/platform/db.server.ts";
import { env } from "#app/platform/env.server.ts";
import { log } from "#app/platform/log.server.ts";
import { STRIPE_API_VERSION, stripe } from "#app/platform/stripe.server.ts";

/** Older than this, a webhook may have been overheard and sent again. In seconds. */
const TOLERANCE_S = 300;

/** What of Stripe a webhook is about. A customer is somebody who has a subscription, or had one. */
export type StripeSubject = { session: string } | { intent: string } | { customer: string };

/** Which task asks about it: payments ask about their own, whatever is paid for by subscription about its customers. */
const taskOf = (subject: StripeSubject | null) =>
  subject && "customer" in subject ? "apply-customer" : "apply-stripe";

/**
 * Takes a webhook: judges its signature over the bytes as they came, keeps it, and leaves the rest to the queue. Many
 * about one object are one job. Nothing of what it says is believed but what it is about.
 *
 * @returns false where its signature is not Stripe's, or is too old.
 */
export async function receiveStripeEvent(body: string, signature: string): Promise<boolean> {
  const { STRIPE_WEBHOOK_SECRET } = env();
  const client = stripe();
  if (!client || !STRIPE_WEBHOOK_SECRET) return false;
  let event: Stripe.Event;
  try {
    event = client.webhooks.constructEvent(body, signature, STRIPE_WEBHOOK_SECRET, TOLERANCE_S);
  } catch {
    return false;
  }
  if (event.api_version !== STRIPE_API_VERSION) {
    log().warn({ version: event.api_version }, "a webhook of another version of Stripe's API");
  }
  const subject = subjectOf(event);
  const jobKey = subject && `stripe:${Object.values(subject)[0]}`;
  await db().$queryRaw`
    with taken as (
      insert into stripe_event (id, type, api_version, body)
      values (${event.id}, ${event.type}, ${event.api_version}, ${body})
      on conflict (id) do nothing returning id
    )
    select (graphile_worker.add_job(
      identifier => ${taskOf(subject)}::text, payload => ${JSON.stringify(subject)}::json, job_key => ${jobKey}::text)).id::text
    from taken where ${subject !== null}`;
  return true;
}

/** Null for what concerns neither a payment of ours nor a customer; it is kept all the same. */
function subjectOf(event: { type: string; data: { object: unknown } }): StripeSubject | null {
  const object = (event.data?.object ?? {}) as Record<string, unknown>;
  const id = (value: unknown) => (typeof value === "string" && value.length < 256 ? value : null);
  const session = id(object.id);
  const intent = id(object.payment_intent);
  const customer = id(object.object === "customer" ? object.id : object.customer);
  const ofCustomer = customer ? { customer } : null;
  if (event.type.startsWith("checkout.session.")) {
    if (object.mode === "subscription") return ofCustomer;
    return session ? { session } : null;
  }
  if (/^(refund|charge)\./.test(event.type)) return intent ? { intent } : null;
  return /^(customer|invoice)\./.test(event.type) ? ofCustomer : null;
}

/** Stripe repeats a webhook for three days, and disputes are argued about for months. */
const KEPT_DAYS = 400;

/** Forgets webhooks that nobody will ask about any more: what they led to stands in the books. */
export function sweepEvents(on: PrismaClient): Promise<unknown> {
  const before = new Date(Date.now() - KEPT_DAYS * 86_400_000);
  return on.stripeEvent.deleteMany({ where: { receivedAt: { lt: before } } });
}
