import type { LockedEvent } from "#app/modules/seats/lock-event.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { takeOutOfLine } from "./end-party.server.ts";
import type { LockedParty } from "./lock-registration.server.ts";
import { writeRegistrationLetter } from "./registration-letter.server.ts";

/**
 * Ends an offer that nobody answered in time, and tells its party: they leave the line, and can join it again at its
 * end. Offering what was held is the caller's.
 */
export async function expireOffer(tx: Db, event: LockedEvent, party: LockedParty): Promise<void> {
  const offer = party.entry?.offer;
  if (!offer) return;
  await takeOutOfLine(tx, event, party, {
    state: "left",
    offer: "expired",
    reason: "offer-ended",
    by: null,
  });
  await writeRegistrationLetter(tx, party.id, "offer-ended", { occasion: offer.id });
}
