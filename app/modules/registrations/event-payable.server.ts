import { cancelPayment } from "#app/modules/payments/cancel-payment.server.ts";
import type { Payable } from "#app/modules/payments/payable.ts";
import { moneyOf } from "./charge-money.server.ts";
import { endParty } from "./end-party.server.ts";
import { giveBackPoints } from "./give-back.server.ts";
import { isOpen, lockRegistration, noteStep } from "./lock-registration.server.ts";
import { offerPlaces } from "./offer-places.server.ts";
import { writeRegistrationLetter } from "./registration-letter.server.ts";
import { takeUpAgain } from "./take-up-again.server.ts";

/** What a party pays in money for its places. */
export const eventPayable: Payable = {
  purpose: "event",
  lock: (tx, reference) => lockRegistration(tx, Number(reference)),
  onPaid: async (tx, { id: paymentId, reference }) => {
    await noteStep(tx, Number(reference), "paid", { by: null });
    const registrationId = Number(reference);
    await tx.registrationPerson.updateMany({
      where: { registrationId, paymentId, state: "coming" },
      data: { paymentId: null },
    });
  },
  /** Money that comes late gets the places where they are still there; where not, it goes back. */
  onLate: async (tx, payment) => {
    const locked = await lockRegistration(tx, Number(payment.reference));
    return locked ? takeUpAgain(tx, locked.event, locked.party, payment) : false;
  },
  onRefunded: async (tx, { id: refunded, reference }, { takeBack, by }) => {
    const locked = await lockRegistration(tx, Number(reference));
    if (!locked) return;
    const { event, party } = locked;
    await noteStep(tx, party.id, "refunded", { by });
    if (!takeBack || !isOpen(party)) return;
    await giveBackPoints(tx, event, party, { reason: "refunded", by });
    // What else they paid goes back by itself; of this payment whoever refunds has said how much.
    const { owed, paid } = await moneyOf(tx, party.id);
    for (const { id } of [...paid, ...(owed ? [owed] : [])]) {
      if (id !== refunded) await cancelPayment(tx, id);
    }
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
  pages: {
    staff: (reference) => `/admin/registrations/${reference}`,
    staffNeed: "events.see",
    owner: (reference) => `/my/registrations/${reference}`,
  },
};
