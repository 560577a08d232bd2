import { z } from "zod";
import { db } from "#app/platform/db.server.ts";
import { enqueue } from "#app/platform/queue.server.ts";
import { isUnknownToStripe, stripe } from "#app/platform/stripe.server.ts";
import { readReference } from "./checkout-params.ts";
import type { Payable } from "./payable.ts";
import { settleCheckout } from "./settle-checkout.server.ts";
import { settleMoneyBack } from "./settle-money-back.server.ts";

const Subject = z.union([z.object({ session: z.string() }), z.object({ intent: z.string() })]);

/** Asks Stripe about what a webhook named, and writes down how it stands: a job, in any order and as often as it is. */
export async function applyStripe(payload: unknown, payables: readonly Payable[]): Promise<void> {
  const subject = Subject.parse(payload);
  if ("session" in subject) return applySession(subject.session, payables);
  const known = await findByIntent(subject.intent);
  if (!known) {
    // Its session may not have been read yet: what came back is told before what was paid.
    for (const session of await sessionsOf(subject.intent)) await applySession(session, payables);
  }
  const checkout = known ?? (await findByIntent(subject.intent));
  if (checkout) return settleMoneyBack(checkout.id, payables);
  // Nor is it of a session: an invoice that was not read yet is its customer's, and then it is looked at again.
  const customer = await customerOf(subject.intent);
  if (customer) {
    const { intent } = subject;
    // A job of its own: a webhook of the customer's would replace it by one that knows nothing of the intent.
    const jobKey = `stripe:${customer}:${intent}`;
    await enqueue(db(), "apply-customer", { customer, intent }, { jobKey });
  }
}

async function customerOf(intent: string): Promise<string | null> {
  try {
    const found = await stripe()?.paymentIntents.retrieve(intent);
    const customer = found?.customer ?? null;
    return typeof customer === "string" ? customer : (customer?.id ?? null);
  } catch (error) {
    if (isUnknownToStripe(error)) return null;
    throw error;
  }
}

const findByIntent = (paymentIntent: string) =>
  db().paymentCheckout.findUnique({ where: { paymentIntent }, select: { id: true } });

async function sessionsOf(intent: string): Promise<string[]> {
  const sessions = await stripe()?.checkout.sessions.list({ payment_intent: intent, limit: 10 });
  return sessions?.data.map(({ id }) => id) ?? [];
}

async function applySession(sessionId: string, payables: readonly Payable[]): Promise<void> {
  const known = await db().paymentCheckout.findUnique({ where: { sessionId } });
  const id = known?.id ?? (await adopt(sessionId));
  if (id !== null) await settleCheckout(id, payables);
}

/** A session that Stripe opened, and whose answer was lost on its way to us, by the reference that it carries. */
async function adopt(sessionId: string): Promise<number | null> {
  const client = stripe();
  if (!client) return null;
  try {
    const session = await client.checkout.sessions.retrieve(sessionId);
    const of = readReference(session.client_reference_id);
    if (!of) return null;
    const adopted = await db().paymentCheckout.updateManyAndReturn({
      where: { ...of, sessionId: null, state: "asked" },
      data: { sessionId, url: session.url, state: "open" },
      select: { id: true },
    });
    return adopted[0]?.id ?? null;
  } catch (error) {
    if (isUnknownToStripe(error)) return null;
    throw error;
  }
}
