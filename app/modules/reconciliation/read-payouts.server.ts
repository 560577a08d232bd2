import type Stripe from "stripe";
import type { Day } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { readTransaction } from "./balance-transaction.ts";
import { keepTransactions } from "./keep-transactions.server.ts";
import { PAGE } from "./read-movements.server.ts";
import { dateOf } from "./reconciliation-day.ts";

/**
 * Reads what is in the payouts of a day and of those before it that did not add up, page by page: also what moved
 * before the club began to reconcile, without which no payout adds up.
 *
 * @throws what Stripe answers; then all pages before are kept.
 */
export async function readPayouts(client: Stripe, day: Day, signal?: AbortSignal): Promise<void> {
  for (;;) {
    signal?.throwIfAborted();
    const payout = await db().stripePayout.findFirst({
      where: { day: { lte: dateOf(day) }, automatic: true, listedAt: null },
      orderBy: { id: "asc" },
    });
    if (!payout) return;
    const { id, cursor } = payout;
    const page = await client.balanceTransactions.list({
      payout: id,
      expand: ["data.source"],
      limit: PAGE,
      ...(cursor ? { starting_after: cursor } : {}),
    });
    // Stripe lists the payout itself among what is in it.
    const kept = page.data.map(readTransaction);
    const contents = kept.filter(({ subject }) => subject !== id);
    await inRetriedTransaction(async (tx) => {
      const { count } = await tx.stripePayout.updateMany({
        where: { id, cursor, listedAt: null },
        data: {
          cursor: kept.at(-1)?.id ?? cursor,
          listedAt: page.has_more ? null : new Date(),
        },
      });
      if (count > 0) await keepTransactions(tx, contents, { payout: id });
    });
  }
}
