import { loadLine } from "#app/modules/seats/load-line.server.ts";
import { type LockedEvent, lockEvent } from "#app/modules/seats/lock-event.server.ts";
import { isLineOpen } from "#app/modules/seats/offer-times.ts";
import { type Db, db } from "#app/platform/db.server.ts";
import { eachByItself } from "#app/platform/each-by-itself.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { expireOffer, takeOutOfLine } from "./end-party.server.ts";
import { readParty } from "./lock-registration.server.ts";
import { offerPlaces } from "./offer-places.server.ts";
import { writeRegistrationLetter } from "./registration-letter.server.ts";

/**
 * Looks after every line that somebody is in: offers whose time is over end, what is free goes along, and a line
 * that has ended is closed with a letter. Runs every minute, and puts right what anything else left undone.
 *
 * @returns for how many events it did.
 */
export async function tendLines(now?: Date): Promise<number> {
  const waiting = await db().$queryRaw<{ id: number }[]>`
    select distinct event_id as id from waitlist_entry where state = 'open' order by 1`;
  return eachByItself(waiting, "an event's line could not be looked after", (eventId) =>
    inRetriedTransaction(async (tx) => {
      const event = await lockEvent(tx, eventId, now);
      if (event?.state !== "published") return false;
      await tendLine(tx, event);
      return true;
    }),
  );
}

/** The same for one event, in the transaction that has locked it. */
export async function tendLine(tx: Db, event: LockedEvent): Promise<void> {
  const entries = await loadLine(tx, event.id);
  const isOver = !isLineOpen(event.plan, event.now);
  for (const { registrationId, offer } of entries) {
    if (offer && event.now >= offer.endsAt) {
      await expireOffer(tx, event, await readParty(tx, registrationId));
    } else if (isOver && !offer) {
      await takeOutOfLine(tx, event, await readParty(tx, registrationId), {
        state: "closed",
        offer: "withdrawn",
        reason: "line-closed",
        by: null,
      });
      await writeRegistrationLetter(tx, registrationId, "line-closed");
    }
  }
  await offerPlaces(tx, event);
}
