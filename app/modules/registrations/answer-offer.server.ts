import type { LockedEvent } from "#app/modules/seats/lock-event.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { endEntry, endOffer, expireOffer, takeOutOfLine } from "./end-party.server.ts";
import { type ChargeRefusal, givePlaces } from "./give-places.server.ts";
import {
  type LockedParty,
  lockRegistration,
  noteStep,
  type OpenOffer,
} from "./lock-registration.server.ts";
import { offerPlaces } from "./offer-places.server.ts";
import { writeRegistrationLetter } from "./registration-letter.server.ts";

export type OfferAnswer = {
  registrationId: number;
  offerId: number;
  /** The member whose party it is; null where staff answer for them. */
  memberId: number | null;
  /** `yes-fewer`: only those who would come without the others; the others give up waiting. */
  answer: "yes" | "yes-fewer" | "no";
  /** The person who answers. */
  by: number;
  /** For tests; the database's clock otherwise. */
  now?: Date;
};

export type OfferAnswered =
  | { ok: true; answer: "yes" | "no" }
  | { ok: false; refusal: "no-such-offer" }
  /** Its time was over, or it was answered otherwise on another device. */
  | { ok: false; refusal: "offer-ended"; state: string }
  | ChargeRefusal;

/**
 * Answers an offer of places. A yes takes them, at the price that held when the party joined; a no passes them on in
 * the same transaction. Answered twice in the same way, also from two devices at once, it is answered once.
 */
export function answerOffer(given: OfferAnswer): Promise<OfferAnswered> {
  const { registrationId, memberId, now } = given;
  return inRetriedTransaction<OfferAnswered>(async (tx, rollBack) => {
    const ofMember = memberId ?? undefined;
    const locked = await lockRegistration(tx, registrationId, { ofMember, now });
    if (!locked) return { ok: false, refusal: "no-such-offer" };
    const { event, party } = locked;
    const offer = party.entry?.offer;
    if (!offer || offer.id !== given.offerId) return answeredBefore(tx, party, given);
    // It ends with all of the event's parties, in a moment; until then nobody is told that they come.
    if (event.state === "cancelled" && given.answer !== "no") {
      return { ok: false, refusal: "offer-ended", state: "withdrawn" };
    }
    if (event.now >= offer.endsAt) {
      await expireOffer(tx, event, party);
      await offerPlaces(tx, event);
      return { ok: false, refusal: "offer-ended", state: "expired" };
    }
    const answer =
      given.answer === "no"
        ? await decline(tx, event, party, offer, given.by)
        : await accept(tx, event, party, offer, given);
    if (!answer.ok) return rollBack(answer);
    await offerPlaces(tx, event);
    return answer;
  });
}

async function answeredBefore(
  tx: Db,
  party: LockedParty,
  { offerId, answer }: OfferAnswer,
): Promise<OfferAnswered> {
  const offer = await tx.waitlistOffer.findFirst({
    where: { id: offerId, entry: { registrationId: party.id } },
    select: { state: true },
  });
  if (!offer) return { ok: false, refusal: "no-such-offer" };
  const same = offer.state === (answer === "no" ? "declined" : "accepted");
  if (same) return { ok: true, answer: answer === "no" ? "no" : "yes" };
  return { ok: false, refusal: "offer-ended", state: offer.state };
}

async function accept(
  tx: Db,
  event: LockedEvent,
  party: LockedParty,
  offer: OpenOffer,
  { answer, by }: OfferAnswer,
): Promise<OfferAnswered> {
  const waiting = party.people.filter(({ state }) => state === "waiting");
  const some = waiting.filter(({ inFewer }) => inFewer);
  const onlySome = (offer.fewer || answer === "yes-fewer") && some.length > 0;
  const come = (onlySome ? some : waiting).map(({ id }) => id);
  const others = waiting.map(({ id }) => id).filter((id) => !come.includes(id));
  const given = await givePlaces(tx, event, party, come, `offer/${offer.id}`);
  if (!given.ok) return given;
  await endOffer(tx, offer.id, "accepted", event.now);
  // Those for whom there were no places wait on; those who had some and did not want them do not.
  const othersWait = offer.fewer && others.length > 0;
  if (!othersWait) await endEntry(tx, party, "done", event.now);
  if (!othersWait && others.length > 0) {
    await tx.registrationPerson.updateMany({
      where: { id: { in: others } },
      data: { state: "out" },
    });
  }
  await noteStep(tx, party.id, "accepted", { by, offer: offer.id, people: come });
  await writeRegistrationLetter(tx, party.id, "registered", { occasion: `offer-${offer.id}` });
  return { ok: true, answer: "yes" };
}

/** A no to places for some of them is no to all: they wait on for places for everybody. */
async function decline(
  tx: Db,
  event: LockedEvent,
  party: LockedParty,
  offer: OpenOffer,
  by: number,
): Promise<OfferAnswered> {
  if (offer.fewer) {
    await endOffer(tx, offer.id, "declined", event.now);
    await tx.registrationPerson.updateMany({
      where: { registrationId: party.id, state: "waiting" },
      data: { inFewer: false },
    });
    await noteStep(tx, party.id, "declined", { by, offer: offer.id });
  } else {
    await takeOutOfLine(tx, event, party, {
      state: "left",
      offer: "declined",
      reason: "declined",
      by,
    });
  }
  return { ok: true, answer: "no" };
}
