import { loadClub } from "#app/modules/club/load-club.server.ts";
import { lineOf, loadLine, type OpenEntry } from "#app/modules/seats/load-line.server.ts";
import type { LockedEvent } from "#app/modules/seats/lock-event.server.ts";
import { isLineOpen, offerEndsAt } from "#app/modules/seats/offer-times.ts";
import { loadTaken } from "#app/modules/seats/seats-sql.server.ts";
import { type LineOffer, moveLine } from "#app/modules/seats/waitlist.ts";
import { clubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { noteStep } from "./lock-registration.server.ts";
import { writeRegistrationLetter } from "./registration-letter.server.ts";

/**
 * Offers what is free along an event's line, and writes to whoever gets an offer: after everything that may have
 * freed places, in the transaction that has locked the event. At night nothing is offered; the morning's sweep does.
 *
 * @returns how many offers were made.
 */
export async function offerPlaces(tx: Db, event: LockedEvent): Promise<number> {
  const { plan, now } = event;
  if (event.state !== "published" || !isLineOpen(plan, now)) return 0;
  const { timeZone } = await loadClub(tx);
  const endsAt = offerEndsAt(plan, now, clubTime(timeZone));
  const entries = endsAt ? await loadLine(tx, event.id) : [];
  if (!endsAt || entries.length === 0) return 0;
  const taken = await loadTaken(tx, event.id, plan.limits);
  const { offers, passed } = moveLine(plan.limits, taken, lineOf(entries));
  for (const [id, times] of passed) {
    await tx.waitlistEntry.update({ where: { id }, data: { passed: times }, select: { id: true } });
  }
  for (const offer of offers) await makeOffer(tx, event, entries, offer, endsAt);
  return offers.length;
}

async function makeOffer(
  tx: Db,
  event: LockedEvent,
  entries: readonly OpenEntry[],
  { entryId, fewer }: LineOffer,
  endsAt: Date,
): Promise<void> {
  const entry = entries.find(({ id }) => id === entryId);
  if (!entry) throw new Error(`Entry ${entryId} is not in the line of event ${event.id}.`);
  const { id } = await tx.waitlistOffer.create({
    data: { entryId, eventId: event.id, fewer, endsAt, createdAt: event.now },
    select: { id: true },
  });
  const people = entry.people.filter(({ inFewer }) => !fewer || inFewer).length;
  await noteStep(tx, entry.registrationId, "offered", { by: null, offer: id, people });
  await writeRegistrationLetter(tx, entry.registrationId, "offered", {
    occasion: id,
    offeredPeople: people,
    offerEndsAt: endsAt.toISOString(),
  });
}
