import { db } from "#app/platform/db.server.ts";
import { eachByItself } from "#app/platform/each-by-itself.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { endCheckoutOf, unlessBeingPaid } from "./end-checkout-of.server.ts";
import { endParty } from "./end-party.server.ts";
import { giveBackPrice } from "./give-back.server.ts";
import { lockRegistration } from "./lock-registration.server.ts";
import { offerPlaces } from "./offer-places.server.ts";
import { writeRegistrationLetter } from "./registration-letter.server.ts";

/** As many as are ended in one run; the next one goes on. */
const AT_ONCE = 200;

/**
 * Takes the places back of parties whose money did not come in time, and offers them along the line. What is being
 * paid at this moment waits for the next run.
 *
 * @returns how many were ended.
 */
export async function endUnpaid(now = new Date()): Promise<number> {
  const due = await db().$queryRaw<{ id: number }[]>`
    select registration.id from payment
    join registration on registration.payment_id = payment.id and registration.state = 'registered'
    where payment.state = 'open' and payment.due_until <= ${now}
    order by registration.id limit ${AT_ONCE}`;
  return eachByItself(due, "a party that was not paid could not be ended", (id) => endOne(id, now));
}

async function endOne(id: number, now: Date): Promise<boolean> {
  await endCheckoutOf(id);
  const ended = await unlessBeingPaid(() =>
    inRetriedTransaction(async (tx) => {
      const locked = await lockRegistration(tx, id, { now });
      if (!locked) return { ok: false };
      const { event, party } = locked;
      const where = { id: party.paymentId ?? 0, state: "open", dueUntil: { lte: now } };
      const isDue = party.state === "registered" && (await tx.payment.count({ where })) > 0;
      if (!isDue) return { ok: false };
      await giveBackPrice(tx, event, party, { reason: "unpaid", by: null });
      await endParty(tx, event, party, { step: "unpaid", reason: "unpaid", by: null, back: null });
      await writeRegistrationLetter(tx, id, "unpaid", { occasion: party.paymentId ?? 0 });
      await offerPlaces(tx, event);
      return { ok: true };
    }),
  );
  return ended.ok;
}
