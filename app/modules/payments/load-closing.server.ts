import { Prisma } from "#app/generated.server/prisma/client.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { storeNamed } from "#app/modules/club/store-sql.server.ts";
import type { CounterMethod } from "#app/modules/payment-methods/counter-method.ts";
import { clubTime, type Day } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";
import { receiptName } from "./payment.ts";

/** Money that changed hands at a counter. */
export type ClosingLine = {
  kind: "payment" | "refund";
  paymentId: number;
  at: Date;
  clerk: { id: number; name: string };
  store: InBoth;
  method: CounterMethod;
  currency: string;
  /** Below nought for what was given back, in minor units. */
  amountMinor: number;
  counterReceipt: string;
  /** The club's own number of the payment. */
  receipt: string;
  title: InBoth;
  memberNumber: string;
};

/** What a clerk has in hand by one method: what came, what went back, and what is left of it. */
export type ClosingSum = {
  clerk: { id: number; name: string };
  method: CounterMethod;
  currency: string;
  payments: number;
  takenMinor: number;
  refunds: number;
  givenBackMinor: number;
};

type Row = {
  kind: ClosingLine["kind"];
  payment_id: number;
  at: Date;
  clerk_id: number;
  clerk: string;
  store: InBoth;
  method: CounterMethod;
  currency: string;
  amount_minor: bigint;
  counter_receipt: string;
  receipt_year: number;
  receipt_number: number;
  title_en: string;
  title_zh: string;
  number: string;
};

/**
 * What changed hands at the counters on a day of the club, clerk by clerk, as it happened; and its sums.
 *
 * @param clerk only what this person took and gave.
 */
export async function loadClosing(
  db: Db,
  { day, clerk, store }: { day: Day; clerk: number | null; store: number | null },
): Promise<{ lines: ClosingLine[]; sums: ClosingSum[] }> {
  const time = clubTime((await loadClub()).timeZone);
  const within = (at: Prisma.Sql, by: Prisma.Sql, where: Prisma.Sql) => Prisma.sql`
    ${at} >= ${time.startOfDay(day)}::timestamptz and ${at} < ${time.endOfDay(day)}::timestamptz
    ${clerk === null ? Prisma.empty : Prisma.sql`and ${by} = ${clerk}`}
    ${store === null ? Prisma.empty : Prisma.sql`and ${where} = ${store}`}`;
  const rows = await db.$queryRaw<Row[]>`
    with moved as (
      select 'payment' as kind, id as payment_id, paid_at as at, recorded_by as clerk_id, store_id, method,
        amount_minor, counter_receipt
      from payment
      where method <> 'stripe'
        and ${within(Prisma.sql`paid_at`, Prisma.sql`recorded_by`, Prisma.sql`store_id`)}
      union all
      select 'refund', payment_id, settled_at, requested_by, store_id, method, -amount_minor, counter_receipt
      from payment_refund
      where method <> 'stripe'
        and ${within(Prisma.sql`settled_at`, Prisma.sql`requested_by`, Prisma.sql`store_id`)}
    )
    select moved.kind, moved.payment_id, moved.at, moved.clerk_id, person.name as clerk, ${storeNamed()} as store,
      moved.method, payment.currency, moved.amount_minor, moved.counter_receipt,
      payment.receipt_year, payment.receipt_number, payment.title_en, payment.title_zh, member.number
    from moved
    join payment on payment.id = moved.payment_id
    join member on member.id = payment.member_id
    join person on person.id = moved.clerk_id
    join store on store.id = moved.store_id
    order by person.name, person.id, moved.at, moved.payment_id`;
  const lines = rows.map((row) => ({
    kind: row.kind,
    paymentId: row.payment_id,
    at: row.at,
    clerk: { id: row.clerk_id, name: row.clerk },
    store: row.store,
    method: row.method,
    currency: row.currency,
    amountMinor: Number(row.amount_minor),
    counterReceipt: row.counter_receipt,
    receipt: receiptName(row.receipt_year, row.receipt_number),
    title: { en: row.title_en, zh: row.title_zh },
    memberNumber: row.number,
  }));
  return { lines, sums: sumsOf(lines) };
}

/** In the order of the lines: a clerk's sums stand together. */
function sumsOf(lines: readonly ClosingLine[]): ClosingSum[] {
  const sums = new Map<string, ClosingSum>();
  for (const { clerk, method, currency, amountMinor } of lines) {
    const key = `${clerk.id} ${method} ${currency}`;
    const nothing = {
      clerk,
      method,
      currency,
      payments: 0,
      takenMinor: 0,
      refunds: 0,
      givenBackMinor: 0,
    };
    const sum = sums.get(key) ?? nothing;
    if (amountMinor > 0) {
      sum.payments += 1;
      sum.takenMinor += amountMinor;
    } else {
      sum.refunds += 1;
      sum.givenBackMinor -= amountMinor;
    }
    sums.set(key, sum);
  }
  return [...sums.values()];
}
