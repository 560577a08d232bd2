import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Db } from "#app/platform/db.server.ts";
import { queryRows } from "#app/platform/query-rows.server.ts";
import type { PaymentMethod, PaymentState, Purpose } from "./payment.ts";

/** What a page says of a payment that belongs to what it shows. Instants are ISO 8601. */
export type PaymentFacts = {
  id: number;
  state: PaymentState;
  /** In the smallest unit of `currency`. */
  amountMinor: number;
  currency: string;
  dueUntil: string | null;
  paidAt: string | null;
  method: PaymentMethod | null;
  /** What went back or is on its way, in minor units. */
  refundedMinor: number;
  /** A page is open for it at Stripe, on which its owner can go on. */
  beingPaid: boolean;
};

/**
 * A payment as one jsonb of {@link PaymentFacts} in a query of another noun; null where there is none.
 *
 * @param id the payment's, as that query names it.
 */
export const paymentFacts = (id: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  select jsonb_build_object('id', payment.id, 'state', payment.state, 'amountMinor', payment.amount_minor,
    'currency', payment.currency, 'dueUntil', payment.due_until, 'paidAt', payment.paid_at,
    'method', payment.method, 'refundedMinor', ${refundedMinor},
    'beingPaid', exists (select from payment_checkout checkout where checkout.payment_id = payment.id
      and checkout.state in ('asked', 'open') and checkout.expires_at > now()))
  from payment where payment.id = ${id})`;

/** Of a row of `payment`: what went back or is on its way. */
export const refundedMinor: Prisma.Sql = Prisma.sql`
  (select coalesce(sum(refund.amount_minor), 0)::bigint from payment_refund refund
    where refund.payment_id = payment.id and refund.state in ('pending', 'succeeded'))`;

/** Of a row of `payment`: what was given up of it, whether or not it has gone back since. */
export const givenUpMinor: Prisma.Sql = Prisma.sql`
  coalesce((select coalesce(given.amount_minor, payment.amount_minor) from payment_given_up given
    where given.payment_id = payment.id), 0)`;

/** Of a row of `payment` that is paid: what the club has of it, and has not to give back. */
export const leftMinor: Prisma.Sql = Prisma.sql`
  (payment.amount_minor - greatest(${refundedMinor}, ${givenUpMinor}))`;

/** Of a row of `payment` that is paid: what finance has still to give back of it, unless they said that it stays. */
export const owedBackMinor: Prisma.Sql = Prisma.sql`
  coalesce((select greatest(coalesce(given.amount_minor, payment.amount_minor) - ${refundedMinor}, 0)
    from payment_given_up given where given.payment_id = payment.id and given.seen_by is null), 0)`;

/**
 * What finance has still to give back of what was paid for something and given up: rows of id, reference, currency,
 * method, minor and refunds, how often it was tried before.
 */
export const moneyDueBack = (purpose: Purpose): Prisma.Sql => Prisma.sql`
  select payment.id, payment.reference, payment.currency, payment.method,
    (${givenUpMinor} - ${refundedMinor})::float8 as minor,
    (select count(*) from payment_refund refund where refund.payment_id = payment.id)::int as refunds
  from payment_given_up given_up join payment on payment.id = given_up.payment_id
  where given_up.seen_by is null and payment.purpose = ${purpose} and ${givenUpMinor} > ${refundedMinor}`;

/** A payment of something, where it is owed or paid. In the smallest unit of its currency. */
export type PaymentOf = {
  id: number;
  state: "open" | "paid";
  amountMinor: number;
  /** What of a paid one is still paid for: not given up. */
  keptMinor: number;
  /** What of it has not gone back, and is not on its way. */
  leftMinor: number;
};

/** Reads what is owed and was paid for one thing, the oldest first: exact where what it is for is locked. */
export async function paymentsOf(
  on: Db,
  purpose: Purpose,
  reference: string | number,
): Promise<PaymentOf[]> {
  return queryRows<PaymentOf>(
    on,
    Prisma.sql`
    select payment.id, payment.state, payment.amount_minor::float8 as "amountMinor",
      (payment.amount_minor - ${givenUpMinor})::float8 as "keptMinor", ${leftMinor}::float8 as "leftMinor"
    from payment
    where payment.purpose = ${purpose} and payment.reference = ${String(reference)}
      and payment.state in ('open', 'paid')
    order by payment.id`,
  );
}

/**
 * What the club has written down of money at Stripe, to be held against Stripe's own books: rows of what (payment,
 * refund, dispute), subject (by which Stripe knows it), payment_id, amount_minor, currency, state and at.
 */
export const recordsAtStripe: Prisma.Sql = Prisma.sql`
  select 'payment' as what, checkout.payment_intent as subject, payment.id as payment_id, payment.amount_minor,
    payment.currency, 'paid' as state,
    case checkout.state when 'paid' then payment.paid_at else checkout.expires_at end as at
  from payment_checkout checkout join payment on payment.id = checkout.payment_id
  where checkout.state in ('paid', 'returned')
  union all
  select 'refund', refund.stripe_id, payment.id, refund.amount_minor, payment.currency, refund.state,
    coalesce(refund.settled_at, refund.created_at)
  from payment_refund refund join payment on payment.id = refund.payment_id
  where refund.stripe_id is not null
  union all
  select 'refund', checkout.return_id, payment.id, payment.amount_minor, payment.currency, checkout.return_state,
    checkout.expires_at
  from payment_checkout checkout join payment on payment.id = checkout.payment_id
  where checkout.return_id is not null
  union all
  select 'dispute', dispute.id, payment.id, dispute.amount_minor, payment.currency, dispute.state, dispute.changed_at
  from payment_dispute dispute join payment on payment.id = dispute.payment_id`;
