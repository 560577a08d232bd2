import type { Payable } from "#app/modules/payments/payable.ts";
import { lineOf, loadLine } from "#app/modules/seats/load-line.server.ts";
import type { LockedEvent } from "#app/modules/seats/lock-event.server.ts";
import { isLineOpen } from "#app/modules/seats/offer-times.ts";
import { loadTaken } from "#app/modules/seats/seats-sql.server.ts";
import { fitsBesideLine, needsOf } from "#app/modules/seats/waitlist.ts";
import type { Db } from "#app/platform/db.server.ts";
import { endParty } from "./end-party.server.ts";
import { giveBackPoints } from "./give-back.server.ts";
import {
  isOpen,
  type LockedParty,
  lockRegistration,
  noteStep,
} from "./lock-registration.server.ts";
import { offerPlaces } from "./offer-places.server.ts";
import { writeRegistrationLetter } from "./registration-letter.server.ts";

/** What a party pays in money for its places. */
export const eventPayable: Payable = {
  purpose: "event",
  lock: (tx, reference) => lockRegistration(tx, Number(reference)),
  onPaid: async (tx, { reference }) => {
    await noteStep(tx, Number(reference), "paid", { by: null });
  },
  /** Money that comes late gets the places where they are still there; where not, it goes back. */
  onLate: async (tx, { reference }) => {
    const locked = await lockRegistration(tx, Number(reference));
    if (!locked) return false;
    const { event, party } = locked;
    return isOpen(party) || (await takeUpAgain(tx, event, party));
  },
  onRefunded: async (tx, { reference }, { takeBack, by }) => {
    const locked = await lockRegistration(tx, Number(reference));
    if (!locked) return;
    const { event, party } = locked;
    await noteStep(tx, party.id, "refunded", { by });
    if (!takeBack || !isOpen(party)) return;
    await giveBackPoints(tx, event, party, { reason: "refunded", by });
    await endParty(tx, event, party, { step: "cancelled", reason: "refunded", by, back: null });
    await writeRegistrationLetter(tx, party.id, "cancelled");
    await offerPlaces(tx, event);
  },
  takeBackPreview: async (on, reference) => {
    const party = await on.registration.findUnique({
      where: { id: Number(reference) || 0 },
      select: { points: true, state: true, event: { select: { endsAt: true } } },
    });
    if (party?.state !== "registered") return null;
    const { points, event } = party;
    return { points, used: event.endsAt !== null && event.endsAt <= new Date() };
  },
  pages: { owner: (reference) => `/my/registrations/${reference}` },
};

/** A party whose places went back since nobody paid: it gets them again if nobody waits for them. */
async function takeUpAgain(tx: Db, event: LockedEvent, party: LockedParty): Promise<boolean> {
  const { plan, now } = event;
  if (party.endReason !== "unpaid" || event.state !== "published" || now >= plan.startsAt) {
    return false;
  }
  const again = await tx.registration.count({
    where: {
      eventId: event.id,
      memberId: party.memberId,
      state: { in: ["registered", "waiting"] },
    },
  });
  const ended = await tx.registrationStep.findFirst({
    where: { registrationId: party.id, step: "unpaid" },
    orderBy: { id: "desc" },
    select: { detail: true },
  });
  const ids = (ended?.detail as { people?: number[] } | null)?.people ?? [];
  const people = party.people.filter(({ id }) => ids.includes(id));
  if (again > 0 || people.length === 0) return false;
  const { session, cars } = party;
  const line = isLineOpen(plan, now) ? await loadLine(tx, event.id) : [];
  const taken = await loadTaken(tx, event.id, plan.limits);
  const needed = needsOf(plan.limits, { session, cars, parties: 1, people });
  if (!fitsBesideLine(plan.limits, taken, lineOf(line), needed)) return false;
  await tx.registrationPerson.updateMany({
    where: { id: { in: ids }, registrationId: party.id },
    data: { state: "coming" },
  });
  await tx.registration.update({
    where: { id: party.id },
    data: { state: "registered", endedAt: null, endReason: null },
    select: { id: true },
  });
  const step = await noteStep(tx, party.id, "paid-late", { by: null });
  await writeRegistrationLetter(tx, party.id, "registered", { occasion: `late-${step}` });
  return true;
}
