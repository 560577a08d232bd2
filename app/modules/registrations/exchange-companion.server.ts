import { loadClub } from "#app/modules/club/load-club.server.ts";
import { bracketOf } from "#app/modules/events/brackets.ts";
import { timesFor } from "#app/modules/events/plan.ts";
import { clubTime, type Day } from "#app/platform/club-time.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { lockRegistration, noteStep } from "./lock-registration.server.ts";

export type CompanionExchange = {
  eventId: number;
  /** Who does not come. */
  personId: number;
  /** Who comes instead; a child has a birth date. */
  name: string;
  birthDate: Day | null;
  /** One of the staff, or whoever gave a steward their link. */
  by: number;
  now?: Date;
};

export type CompanionExchanged =
  | { ok: true; personId: number }
  /** `no-such-person`: not of this event, or has no place. `member`: the party is theirs. */
  | { ok: false; refusal: "no-such-person" | "member" | "another-bracket" };

/**
 * Lets somebody come in the place of a companion who does not: an adult for an adult, a child for one of the same age
 * group. No limit of the event is touched by it, so that nobody who waits is passed. What was known of the other one,
 * such as allergies and consents, is not taken over.
 */
export function exchangeCompanion(wanted: CompanionExchange): Promise<CompanionExchanged> {
  const { eventId, personId, name, birthDate, by, now } = wanted;
  return inRetriedTransaction<CompanionExchanged>(async (tx) => {
    const person = await tx.registrationPerson.findFirst({
      where: { id: personId, eventId },
      select: { registrationId: true },
    });
    const locked = person && (await lockRegistration(tx, person.registrationId, { now }));
    if (!locked) return { ok: false, refusal: "no-such-person" };
    const { event, party } = locked;
    const other = await tx.registrationPerson.findUniqueOrThrow({ where: { id: personId } });
    if (party.state !== "registered" || other.state !== "coming") {
      return { ok: false, refusal: "no-such-person" };
    }
    if (other.isMember) return { ok: false, refusal: "member" };
    const { timeZone } = await loadClub(tx);
    const day = clubTime(timeZone).dayOf(timesFor(event.plan, party.session).startsAt);
    const bracket = birthDate === null ? null : bracketOf(event.plan.brackets, birthDate, day);
    const role = birthDate === null ? "adult" : "child";
    if (role !== other.role || bracket !== other.bracket) {
      return { ok: false, refusal: "another-bracket" };
    }
    await tx.registrationPerson.update({
      where: { id: personId },
      data: { state: "out", paymentId: null },
    });
    const { registrationId, drives, inFewer, paymentId } = other;
    const comes = await tx.registrationPerson.create({
      data: {
        registrationId,
        eventId,
        role,
        name,
        birthDate: birthDate === null ? null : new Date(birthDate),
        bracket,
        drives,
        inFewer,
        paymentId,
        state: "coming",
      },
      select: { id: true },
    });
    await noteStep(tx, registrationId, "exchanged", { by, out: personId, in: comes.id });
    return { ok: true, personId: comes.id };
  });
}
