import type Stripe from "stripe";
import type { Day } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { readTransaction } from "./balance-transaction.ts";
import { keepTransactions } from "./keep-transactions.server.ts";
import { dateOf } from "./reconciliation-day.ts";

/** Stripe lists no more at once. */
export const PAGE = 100;

/**
 * Reads the movements of a day that were not read yet. Stripe lists the latest first, and a day that is over gets no
 * new ones, so the last one of a page is where the next page begins, whenever that is asked for.
 *
 * @throws what Stripe answers; then all pages before are kept.
 */
export async function readMovements(client: Stripe, day: Day, signal?: AbortSignal): Promise<void> {
  for (;;) {
    signal?.throwIfAborted();
    const { cursor, listedAt, startsAt, endsAt } = await db().reconciliationDay.findUniqueOrThrow({
      where: { day: dateOf(day) },
    });
    if (listedAt) return;
    const page = await client.balanceTransactions.list({
      created: { gte: seconds(startsAt), lt: seconds(endsAt) },
      expand: ["data.source"],
      limit: PAGE,
      ...(cursor ? { starting_after: cursor } : {}),
    });
    const kept = page.data.map(readTransaction);
    await inRetriedTransaction(async (tx) => {
      // Who has read this page meanwhile, or began anew, is further than we are.
      const { count } = await tx.reconciliationDay.updateMany({
        where: { day: dateOf(day), cursor, listedAt: null },
        data: {
          cursor: kept.at(-1)?.id ?? cursor,
          listedAt: page.has_more ? null : new Date(),
          failedAt: null,
          failure: null,
        },
      });
      if (count === 0) return;
      const payouts = kept.filter(({ what, amount }) => what === "payout" && amount < 0);
      await tx.stripePayout.createMany({
        data: payouts.map(({ subject, currency, amount, automatic }) => ({
          id: subject,
          day: dateOf(day),
          currency,
          amount: -amount,
          automatic,
        })),
        skipDuplicates: true,
      });
      await keepTransactions(tx, kept, { day });
    });
  }
}

const seconds = (instant: Date) => Math.floor(instant.getTime() / 1000);
