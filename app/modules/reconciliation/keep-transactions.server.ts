import type { Day } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { KeptTransaction } from "./balance-transaction.ts";

/**
 * Keeps movements as Stripe said them. One that is kept already stays as it was first said, and learns to which day or
 * payout it belongs.
 */
export async function keepTransactions(
  tx: Db,
  told: readonly KeptTransaction[],
  { day = null, payout = null }: { day?: Day | null; payout?: string | null },
): Promise<void> {
  if (told.length === 0) return;
  const rows = told.map((each) => ({
    id: each.id,
    created_at: each.createdAt,
    type: each.type,
    what: each.what,
    currency: each.currency,
    amount: each.amount,
    fee: each.fee,
    net: each.net,
    subject: each.subject,
    subject_currency: each.subjectCurrency,
    subject_amount: each.subjectAmount,
    said: each.said,
  }));
  await tx.$executeRaw`
    insert into stripe_transaction (id, day, created_at, type, what, currency, amount, fee, net, subject,
      subject_currency, subject_amount, payout_id, said)
    select told.id, ${day}::date, told.created_at, told.type, told.what, told.currency, told.amount, told.fee,
      told.net, told.subject, told.subject_currency, told.subject_amount, ${payout}, told.said
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as told (id text, created_at timestamptz, type text,
      what text, currency text, amount bigint, fee bigint, net bigint, subject text, subject_currency text,
      subject_amount bigint, said jsonb)
    on conflict (id) do update set
      day = coalesce(stripe_transaction.day, excluded.day),
      payout_id = coalesce(stripe_transaction.payout_id, excluded.payout_id)`;
}
