import type { Db } from "#app/platform/db.server.ts";
import { UNPAID } from "./subscription.ts";

/** How a member's gold renews itself. Money is in the smallest unit of its currency. */
export type Renewal = {
  /** Theirs; null where none lives. */
  subscription: {
    /** `renews`: it is charged again at its period's end. `unpaid`: the last charge failed. */
    state: "renews" | "ends" | "unpaid";
    amountMinor: number;
    currency: string;
    periodEnd: Date;
    /** When its card is charged again, of one that is unpaid. */
    nextAttemptAt: Date | null;
  } | null;
  /** A session at which they may be subscribing. */
  attempt: { url: string; expiresAt: Date } | null;
  /** Stripe knows them, so that they can see invoices there. */
  known: boolean;
};

type Row = {
  known: boolean;
  url: string | null;
  expires_at: Date | null;
  status: string | null;
  ends: boolean | null;
  amount_minor: bigint;
  currency: string;
  period_end: Date;
  next_attempt_at: Date | null;
};

/** Reads it in one query. */
export async function loadRenewal(db: Db, memberId: number): Promise<Renewal> {
  const [row] = await db.$queryRaw<Row[]>`
    select subscriber.customer_id is not null as known, checkout.url, checkout.expires_at,
      live.status, live.cancel_at_period_end or live.cancel_at is not null as ends,
      live.amount_minor, live.currency, live.period_end, (
        select invoice.next_attempt_at from gold_invoice invoice
        where invoice.subscription_id = live.id order by invoice.issued_at desc limit 1) as next_attempt_at
    from gold_subscriber subscriber
    left join gold_checkout checkout
      on checkout.member_id = subscriber.member_id and checkout.state = 'open' and checkout.expires_at > now()
    left join gold_subscription live on live.member_id = subscriber.member_id
      and live.status not in ('canceled', 'incomplete_expired') and not live.second
    where subscriber.member_id = ${memberId}`;
  if (!row) return { subscription: null, attempt: null, known: false };
  const { known, url, expires_at: expiresAt, status, ends } = row;
  return {
    known,
    attempt: url && expiresAt ? { url, expiresAt } : null,
    subscription:
      status === null
        ? null
        : {
            state: stateOf(status, ends ?? false),
            amountMinor: Number(row.amount_minor),
            currency: row.currency,
            periodEnd: row.period_end,
            nextAttemptAt: row.next_attempt_at,
          },
  };
}

function stateOf(status: string, ends: boolean): "renews" | "ends" | "unpaid" {
  if (ends) return "ends";
  return UNPAID.includes(status) ? "unpaid" : "renews";
}
