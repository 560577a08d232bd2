import { Prisma } from "#app/generated.server/prisma/client.ts";
import { fromStripeAmount } from "#app/modules/payments/stripe-amount.ts";
import { addMonths, type Day } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { type ReadFailure, readDate } from "./reconciliation-day.ts";

/** What moved on a day in one currency, in minor units: what leaves the balance is below nought, fees above. */
export type DaySums = {
  currency: string;
  payments: number;
  refunds: number;
  disputes: number;
  other: number;
  fees: number;
  /** What is left on the balance, before payouts. */
  net: number;
  payouts: number;
};

export type DayListed = {
  day: Day;
  /** `waiting`: it was asked for and was never read. `again`: it is read once more. */
  state: "read" | "again" | "waiting";
  failure: ReadFailure | null;
  failedAt: Date | null;
  readAt: Date | null;
  /** One for each currency, by its name; none where nothing moved. */
  sums: DaySums[];
  /** Differences that wait for an answer. */
  open: number;
  /** Those that were answered or solved themselves. */
  settled: number;
};

type Row = {
  day: Date;
  asked_at: Date;
  read_at: Date | null;
  failed_at: Date | null;
  failure: ReadFailure | null;
  open: number;
  settled: number;
  sums: { currency: string; what: string; amount: number; fee: number; net: number }[] | null;
};

/** Reads the days of a month that were asked for, the latest first. */
export function loadMonth(db: Db, month: Day): Promise<DayListed[]> {
  return load(db, Prisma.sql`day.day >= ${month}::date and day.day < ${addMonths(month, 1)}::date`);
}

/** Reads one day; null where nobody has asked for it. */
export async function loadDay(db: Db, day: Day): Promise<DayListed | null> {
  const [found] = await load(db, Prisma.sql`day.day = ${day}::date`);
  return found ?? null;
}

/** Days that are over and were never read, the oldest first: the books say nothing of them. */
export async function loadMissing(db: Db): Promise<DayListed[]> {
  return (await load(db, Prisma.sql`day.read_at is null`)).reverse();
}

async function load(db: Db, which: Prisma.Sql): Promise<DayListed[]> {
  const rows = await db.$queryRaw<Row[]>`
    select day.day, day.asked_at, day.read_at, day.failed_at, day.failure,
      (select count(*)::int from reconciliation_difference difference
        where difference.day = day.day and difference.state = 'open') as open,
      (select count(*)::int from reconciliation_difference difference
        where difference.day = day.day and difference.state <> 'open') as settled,
      (select jsonb_agg(to_jsonb(moved) order by moved.currency) from (
        select currency, what, sum(amount) as amount, sum(fee) as fee, sum(net) as net
        from stripe_transaction where stripe_transaction.day = day.day group by currency, what) moved) as sums
    from reconciliation_day day where ${which} order by day.day desc`;
  return rows.map((row) => ({
    day: readDate(row.day),
    state: row.read_at === null ? "waiting" : row.read_at < row.asked_at ? "again" : "read",
    failure: row.failure,
    failedAt: row.failed_at,
    readAt: row.read_at,
    open: row.open,
    settled: row.settled,
    sums: sumUp(row.sums ?? []),
  }));
}

function sumUp(moved: NonNullable<Row["sums"]>): DaySums[] {
  const sums = new Map<string, DaySums>();
  for (const { currency, what, amount, fee, net } of moved) {
    const nothing = { payments: 0, refunds: 0, disputes: 0, other: 0, fees: 0, net: 0, payouts: 0 };
    const sum = sums.get(currency) ?? { currency, ...nothing };
    sums.set(currency, sum);
    const minor = (told: number) => fromStripeAmount(told, currency);
    sum.fees += minor(fee);
    // What a payout costs is kept of what is left, as every fee is.
    sum.net += what === "payout" ? -minor(fee) : minor(net);
    if (what === "payment") sum.payments += minor(amount);
    else if (what === "refund") sum.refunds += minor(amount);
    else if (what === "dispute") sum.disputes += minor(amount);
    else if (what === "fee") sum.fees -= minor(amount);
    else if (what === "payout") sum.payouts += minor(amount);
    else sum.other += minor(amount);
  }
  return [...sums.values()];
}
