import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { PaymentMethod, PaymentState } from "./payment.ts";

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
};

/**
 * A payment as one jsonb of {@link PaymentFacts} in a query of another noun; null where there is none.
 *
 * @param id the payment's, as that query names it.
 */
export const paymentFacts = (id: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  select jsonb_build_object('id', payment.id, 'state', payment.state, 'amountMinor', payment.amount_minor,
    'currency', payment.currency, 'dueUntil', payment.due_until, 'paidAt', payment.paid_at,
    'method', payment.method, 'refundedMinor', ${refundedMinor})
  from payment where payment.id = ${id})`;

/** Whether a payment was made: a condition over a payment's id as another query names it. */
export const isPaid = (id: Prisma.Sql): Prisma.Sql => Prisma.sql`
  exists (select from payment where payment.id = ${id} and payment.state = 'paid')`;

/** Of a row of `payment`: what went back or is on its way. */
export const refundedMinor: Prisma.Sql = Prisma.sql`
  (select coalesce(sum(refund.amount_minor), 0)::bigint from payment_refund refund
    where refund.payment_id = payment.id and refund.state in ('pending', 'succeeded'))`;
