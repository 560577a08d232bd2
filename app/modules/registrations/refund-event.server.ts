import { db } from "#app/platform/db.server.ts";
import { eachByItself } from "#app/platform/each-by-itself.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { endCheckoutOf, unlessBeingPaid } from "./end-checkout-of.server.ts";
import { endParty } from "./end-party.server.ts";
import { giveBackPrice } from "./give-back.server.ts";
import { isOpen, lockRegistration } from "./lock-registration.server.ts";
import { writeRegistrationLetter } from "./registration-letter.server.ts";

/** As many as are looked after in one run; the next one goes on. */
const AT_ONCE = 500;

/**
 * Ends the parties of events that were cancelled, gives back all that they paid and tells them: each in a transaction
 * of its own, so that it goes on where it was stopped, and does nothing to those it has ended.
 *
 * @returns how many were ended.
 */
export async function refundCancelledEvents(now?: Date): Promise<number> {
  const due = await db().$queryRaw<{ id: number }[]>`
    select registration.id from registration
    join event on event.id = registration.event_id and event.state = 'cancelled'
    where registration.state in ('registered', 'waiting')
    order by registration.id limit ${AT_ONCE}`;
  return eachByItself(due, "a party of a cancelled event could not be ended", (id) =>
    refundParty(id, now),
  );
}

async function refundParty(id: number, now?: Date): Promise<boolean> {
  await endCheckoutOf(id);
  const ended = await unlessBeingPaid(() =>
    inRetriedTransaction(async (tx) => {
      const locked = await lockRegistration(tx, id, { now });
      if (locked?.event.state !== "cancelled" || !isOpen(locked.party)) {
        return { ok: false };
      }
      const { event, party } = locked;
      const { cancelReason } = await tx.event.findUniqueOrThrow({
        where: { id: event.id },
        select: { cancelReason: true },
      });
      const why = { reason: "event-cancelled", by: null };
      const back = await giveBackPrice(tx, event, party, why);
      await endParty(tx, event, party, { step: "event-cancelled", ...why, back });
      await writeRegistrationLetter(tx, id, "event-cancelled", { back, reason: cancelReason });
      return { ok: true };
    }),
  );
  return ended.ok;
}
