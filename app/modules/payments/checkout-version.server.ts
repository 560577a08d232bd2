import type { Asked } from "#app/platform/ask-and-write.server.ts";
import { type Db, db } from "#app/platform/db.server.ts";
import { takeTurns } from "#app/platform/locks.server.ts";

/** An attempt to pay, as Stripe is asked about it: in turns for each payment. */
export async function askedCheckout(checkoutId: number): Promise<Asked> {
  const { paymentId } = await rowOf(db(), checkoutId);
  return {
    name: `Attempt ${checkoutId}`,
    version: async (on) => (await rowOf(on, checkoutId)).version,
    turn: (tx) => takeTurns(tx, "stripe", paymentId),
  };
}

async function rowOf(on: Db, checkoutId: number): Promise<{ version: string; paymentId: number }> {
  const [row] = await on.$queryRaw<{ version: string; payment_id: number }[]>`
    select xmin::text as version, payment_id from payment_checkout where id = ${checkoutId}`;
  if (!row) throw new Error(`There is no attempt ${checkoutId}.`);
  return { version: row.version, paymentId: row.payment_id };
}
