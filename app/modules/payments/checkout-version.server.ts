import { type Db, db } from "#app/platform/db.server.ts";
import { takeTurns } from "#app/platform/locks.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";

/** Each of them found that somebody else had written since it asked; many at once are at most some webhooks. */
const TURNS = 20;

/**
 * Asks Stripe about an attempt to pay and writes what it says, so that nothing older is written over something newer:
 * who finds that another has written since they asked, asks again. No connection is held while Stripe is waited for:
 * a Stripe that hangs keeps no page waiting that has nothing to do with it.
 *
 * @param ask asks; null where there is nothing to ask.
 * @param write writes in a transaction, in turns for each payment. It has to write to the attempt's own row.
 * @returns what was written; null where there was nothing to ask.
 */
export async function askAndWrite<Told, Written>(
  checkoutId: number,
  ask: () => Promise<Told | null>,
  write: (tx: Db, told: Told) => Promise<Written>,
): Promise<Written | null> {
  for (let turn = 0; turn < TURNS; turn++) {
    const before = await versionOf(db(), checkoutId);
    const told = await ask();
    if (told === null) return null;
    const answer = await inRetriedTransaction<{ written: Written } | null>(async (tx) => {
      await takeTurns(tx, "stripe", before.paymentId);
      const now = await versionOf(tx, checkoutId);
      return now.version === before.version ? { written: await write(tx, told) } : null;
    });
    if (answer) return answer.written;
  }
  throw new Error(`Attempt ${checkoutId} was written by others again and again.`);
}

/** PostgreSQL keeps with every row which transaction wrote it. */
async function versionOf(
  on: Db,
  checkoutId: number,
): Promise<{ version: string; paymentId: number }> {
  const [row] = await on.$queryRaw<{ version: string; payment_id: number }[]>`
    select xmin::text as version, payment_id from payment_checkout where id = ${checkoutId}`;
  if (!row) throw new Error(`There is no attempt ${checkoutId}.`);
  return { version: row.version, paymentId: row.payment_id };
}
