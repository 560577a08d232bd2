import { db } from "#app/platform/db.server.ts";
import { idempotencyKey } from "#app/platform/idempotency-key.server.ts";
import { isUnknownToStripe, stripe } from "#app/platform/stripe.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import type { Locale } from "#app/platform/words/locale.ts";
import { GOLD_PRODUCT } from "./subscription.ts";
import { stripeLocale } from "./subscription-params.ts";

/**
 * Has Stripe know a member as a customer, once, and what they subscribe to.
 *
 * @returns the customer's id.
 * @throws what `isStripeAway` knows, where Stripe does not answer.
 */
export async function ensureCustomer(memberId: number, locale: Locale): Promise<string> {
  const client = stripe();
  if (!client) throw new Error("There is no account at Stripe to ask.");
  await inRetriedTransaction((tx) =>
    tx.goldSubscriber.createMany({ data: [{ memberId }], skipDuplicates: true }),
  );
  await ensureProduct();
  const { customerId, member } = await db().goldSubscriber.findUniqueOrThrow({
    where: { memberId },
    select: {
      customerId: true,
      member: { select: { number: true, person: { select: { name: true, email: true } } } },
    },
  });
  if (customerId) return customerId;
  const { number, person } = member;
  const params = {
    name: person.name,
    ...(person.email ? { email: person.email } : {}),
    preferred_locales: [stripeLocale(locale)],
    metadata: { member: String(memberId), number },
  };
  const key = idempotencyKey(`gold-customer-${memberId}`, 1, params);
  const customer = await client.customers.create(params, { idempotencyKey: key });
  await inRetriedTransaction((tx) =>
    tx.goldSubscriber.updateMany({
      where: { memberId, customerId: null },
      data: { customerId: customer.id },
    }),
  );
  const kept = await db().goldSubscriber.findUniqueOrThrow({ where: { memberId } });
  return kept.customerId ?? customer.id;
}

/** What is sold has an id of ours, so nobody has to make it in the dashboard; its prices are the rule book's. */
async function ensureProduct(): Promise<void> {
  const client = stripe();
  try {
    await client?.products.retrieve(GOLD_PRODUCT);
  } catch (error) {
    if (!isUnknownToStripe(error)) throw error;
    const params = { id: GOLD_PRODUCT, name: "Gold membership · 金卡会籍" };
    const key = idempotencyKey("gold-product", 1, params);
    await client?.products.create(params, { idempotencyKey: key });
  }
}
