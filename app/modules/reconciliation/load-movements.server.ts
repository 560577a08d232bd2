import { fromStripeAmount } from "#app/modules/payments/stripe-amount.ts";
import type { Day } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { Moved } from "./balance-transaction.ts";
import { dateOf, readDate } from "./reconciliation-day.ts";

/** A movement as a page or a file shows it, in minor units of its currency. */
export type MovementListed = {
  id: string;
  day: Day | null;
  at: Date;
  what: Moved;
  type: string;
  subject: string;
  currency: string;
  amountMinor: number;
  feeMinor: number;
  netMinor: number;
  payout: string | null;
};

type Row = {
  id: string;
  day: Date | null;
  createdAt: Date;
  what: string;
  type: string;
  subject: string;
  currency: string;
  amount: bigint;
  fee: bigint;
  net: bigint;
  payoutId: string | null;
};

/**
 * A page of what moved on the days from one to another, in the order in which it moved.
 *
 * @param page.after the movement with which the page before it ended.
 */
export async function loadMovements(
  db: Db,
  { from, through }: { from: Day; through: Day },
  page: { after: Pick<MovementListed, "id" | "at"> | null; limit: number },
): Promise<MovementListed[]> {
  const { after } = page;
  const rows = await db.stripeTransaction.findMany({
    where: {
      day: { gte: dateOf(from), lte: dateOf(through) },
      ...(after
        ? {
            OR: [{ createdAt: { gt: after.at } }, { createdAt: after.at, id: { gt: after.id } }],
          }
        : {}),
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: page.limit,
  });
  return rows.map(listed);
}

/** All that Stripe says of one thing, in the order in which it moved. */
export async function loadMovementsOf(
  db: Db,
  { what, subject }: { what: Moved; subject: string },
  limit: number,
): Promise<MovementListed[]> {
  const rows = await db.stripeTransaction.findMany({
    where:
      what === "fee"
        ? { id: subject }
        : what === "payout"
          ? { OR: [{ subject }, { payoutId: subject }] }
          : { subject },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: limit,
  });
  return rows.map(listed);
}

const listed = (row: Row): MovementListed => {
  const minor = (amount: bigint) => fromStripeAmount(Number(amount), row.currency);
  return {
    id: row.id,
    day: row.day && readDate(row.day),
    at: row.createdAt,
    what: row.what as Moved,
    type: row.type,
    subject: row.subject,
    currency: row.currency,
    amountMinor: minor(row.amount),
    feeMinor: minor(row.fee),
    netMinor: minor(row.net),
    payout: row.payoutId,
  };
};
