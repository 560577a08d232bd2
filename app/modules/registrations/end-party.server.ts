import type { RegistrationState } from "#app/modules/parties/registration.ts";
import type { LockedEvent } from "#app/modules/seats/lock-event.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { type LockedParty, noteStep } from "./lock-registration.server.ts";
import { writeRegistrationLetter } from "./registration-letter.server.ts";

type OfferEnd = "accepted" | "declined" | "expired" | "withdrawn";

/** Ends an offer that is open. What it held is free again, or has somebody. */
export async function endOffer(tx: Db, offerId: number, state: OfferEnd, now: Date): Promise<void> {
  await tx.waitlistOffer.updateMany({
    where: { id: offerId, state: "open" },
    data: { state, endedAt: now },
  });
}

/** Ends a party's place in the line. */
export async function endEntry(
  tx: Db,
  { entry }: Pick<LockedParty, "entry">,
  state: "done" | "left" | "closed",
  now: Date,
): Promise<void> {
  if (!entry) return;
  await tx.waitlistEntry.updateMany({
    where: { id: entry.id, state: "open" },
    data: { state, endedAt: now },
  });
}

/**
 * Takes those of a party out of the line who wait, with an offer that they have. A party of which nobody comes ends
 * with it.
 *
 * @param how.offer what becomes of an offer; `reason` is kept where the party ends.
 */
export async function takeOutOfLine(
  tx: Db,
  { now }: LockedEvent,
  party: LockedParty,
  how: { state: "left" | "closed"; offer: OfferEnd; reason: string; by: number | null },
): Promise<void> {
  if (party.entry?.offer) await endOffer(tx, party.entry.offer.id, how.offer, now);
  await endEntry(tx, party, how.state, now);
  const waiting = party.people.filter(({ state }) => state === "waiting").map(({ id }) => id);
  await tx.registrationPerson.updateMany({
    where: { id: { in: waiting } },
    data: { state: "out" },
  });
  if (party.state === "waiting") await endRegistration(tx, party.id, how.state, how.reason, now);
  await noteStep(tx, party.id, how.state, { by: how.by, reason: how.reason, people: waiting });
}

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

/** Ends a party as a whole: nobody of it comes or waits any more. What it paid is the caller's. */
export async function endParty(
  tx: Db,
  { now }: LockedEvent,
  party: LockedParty,
  how: {
    step: string;
    reason: string;
    by: number | null;
    back: string | null;
  },
): Promise<void> {
  const people = party.people.filter(({ state }) => state === "coming").map(({ id }) => id);
  if (party.entry?.offer) await endOffer(tx, party.entry.offer.id, "withdrawn", now);
  await endEntry(tx, party, "left", now);
  await tx.registrationPerson.updateMany({
    where: { registrationId: party.id },
    data: { state: "out" },
  });
  await endRegistration(tx, party.id, "cancelled", how.reason, now);
  await noteStep(tx, party.id, how.step, {
    by: how.by,
    reason: how.reason,
    people,
    back: how.back,
  });
}

async function endRegistration(
  tx: Db,
  id: number,
  state: Exclude<RegistrationState, "registered" | "waiting">,
  endReason: string,
  endedAt: Date,
): Promise<void> {
  await tx.registration.update({
    where: { id },
    data: { state, endReason, endedAt },
    select: { id: true },
  });
}
