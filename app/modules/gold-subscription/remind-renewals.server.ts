import { loadClub } from "#app/modules/club/load-club.server.ts";
import { writeLetterTo } from "#app/modules/letters/write-letter-to.server.ts";
import type { Payable } from "#app/modules/payments/payable.ts";
import { READER } from "#app/modules/person/reader.ts";
import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { rulesAt } from "#app/modules/rulebook/rule-book.ts";
import { db } from "#app/platform/db.server.ts";
import { idempotencyKey } from "#app/platform/idempotency-key.server.ts";
import { log } from "#app/platform/log.server.ts";
import { isStripeAway, stripe } from "#app/platform/stripe.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { REMIND_DAYS, renewalPrice } from "./renewal.ts";
import { settleSubscriber } from "./settle-subscriber.server.ts";
import { yearlyPrice } from "./subscription-params.ts";

const AT_ONCE = 500;

/**
 * Reminds members of the renewal of their gold before it is charged: of the sum, the day, and how to end it. What it
 * costs is settled before they are told, at Stripe first, so that the letter says what will be charged.
 *
 * @returns how many were reminded.
 */
export async function remindOfRenewals(
  payables: readonly Payable[],
  now: Date = new Date(),
): Promise<number> {
  if (!stripe()) return 0;
  const due = await db().$queryRaw<{ id: string; member_id: number }[]>`
    select id, member_id from gold_subscription
    where status in ('active', 'trialing') and not second and not cancel_at_period_end and cancel_at is null
      and period_end > ${now}::timestamptz and period_end <= ${now}::timestamptz + make_interval(days => ${REMIND_DAYS})
      and reminded_of is distinct from period_end
    order by period_end limit ${AT_ONCE}`;
  let reminded = 0;
  for (const { id, member_id: memberId } of due) {
    try {
      if (await remind(id, memberId, payables, now)) reminded += 1;
    } catch (error) {
      if (isStripeAway(error)) return reminded;
      log().error({ err: error, subscription: id }, "a renewal could not be told of");
    }
  }
  return reminded;
}

const RENEWS = {
  status: { in: ["active", "trialing"] },
  second: false,
  cancelAtPeriodEnd: false,
  cancelAt: null,
};

async function remind(
  id: string,
  memberId: number,
  payables: readonly Payable[],
  now: Date,
): Promise<boolean> {
  await settleSubscriber(memberId, payables);
  const before = await db().goldSubscription.findFirst({ where: { id, ...RENEWS } });
  // It has ended since, or somebody has said that it will.
  if (!before) return false;
  const price = await priceOf(before, now);
  if (price !== Number(before.amountMinor)) {
    await setPrice(before, price);
    await settleSubscriber(memberId, payables);
  }
  if (price === "ends") return false;
  return inRetriedTransaction(async (tx) => {
    const [noted] = await tx.goldSubscription.updateManyAndReturn({
      where: {
        id,
        ...RENEWS,
        periodEnd: before.periodEnd,
        OR: [{ remindedOf: null }, { remindedOf: { not: before.periodEnd } }],
      },
      data: { remindedOf: before.periodEnd },
    });
    if (!noted) return false;
    const { person } = await tx.member.findUniqueOrThrow({
      where: { id: memberId },
      select: { person: { select: READER } },
    });
    const amountMinor = Number(noted.amountMinor);
    const was = Number(before.amountMinor);
    await writeLetterTo(tx, person, {
      template: "gold-renewal",
      props: {
        amountMinor,
        beforeMinor: was === amountMinor ? null : was,
        currency: noted.currency,
        at: noted.periodEnd.toISOString(),
      },
      dedupKey: `gold-renewal:${id}:${noted.periodEnd.toISOString()}`,
    });
    return true;
  });
}

type Renewing = {
  id: string;
  itemId: string;
  amountMinor: bigint;
  currency: string;
  periodEnd: Date;
};

async function priceOf(subscription: Renewing, now: Date): Promise<number | "ends"> {
  const { amountMinor, currency, periodEnd } = subscription;
  const [book, club] = await Promise.all([loadRuleBook(), loadClub()]);
  const dues = rulesAt(book, periodEnd).rules.tiers.goldDuesMinor;
  const current = { amountMinor: Number(amountMinor), currency };
  return renewalPrice(current, { amountMinor: dues, currency: club.currency }, periodEnd, now);
}

/** From the next year on; nothing of the one that runs is charged or given back. */
async function setPrice(subscription: Renewing, price: number | "ends"): Promise<void> {
  const { id, itemId, currency, periodEnd } = subscription;
  const yearly = price === "ends" ? null : yearlyPrice(price, currency);
  // A sum that Stripe cannot take in that currency cannot be renewed either.
  const params = yearly
    ? { items: [{ id: itemId, price_data: yearly }], proration_behavior: "none" as const }
    : { cancel_at_period_end: true };
  const key = idempotencyKey(`gold-price-${id}`, periodEnd.toISOString(), params);
  await stripe()?.subscriptions.update(id, params, { idempotencyKey: key });
}
