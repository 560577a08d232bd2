import { delayEarlyAccess } from "#app/modules/parties/delay-early-access.server.ts";
import type { LockedEvent } from "#app/modules/seats/lock-event.server.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { endCheckoutOf, unlessBeingPaid } from "./end-checkout-of.server.ts";
import { endParty } from "./end-party.server.ts";
import { type Back, giveBackPrice, keepPrice } from "./give-back.server.ts";
import { loadCancelTerms } from "./load-cancel-terms.server.ts";
import { isOpen, type LockedParty, lockRegistration } from "./lock-registration.server.ts";
import { offerPlaces } from "./offer-places.server.ts";
import { writeRegistrationLetter } from "./registration-letter.server.ts";

export type Cancelling = {
  registrationId: number;
  /** The member whose party it is; null where staff cancel it for them. */
  memberId: number | null;
  /** The person who cancels. */
  by: number;
  /** Staff's, in words for the member. */
  reason: string | null;
  /** Staff's address, for the audit log. */
  address?: string;
  /** For tests; the database's clock otherwise. */
  now?: Date;
};

export type RegistrationCancelled =
  | { ok: true; back: Back }
  | {
      ok: false;
      refusal:
        | "no-such-registration"
        /** The event has begun: the people at the door decide. */
        | "begun"
        /** It had ended otherwise. */
        | "ended"
        /** Money may be on its way: in a minute it is known. */
        | "being-paid";
    };

/**
 * Cancels a party with all of its people, gives back or keeps what it paid as the terms say, and offers its places
 * along the line, in one transaction. Done again it changes nothing.
 *
 * @see loadCancelTerms for what it will do.
 */
export async function cancelRegistration(cancelling: Cancelling): Promise<RegistrationCancelled> {
  const { registrationId, memberId, now } = cancelling;
  const ofMember = memberId ?? undefined;
  await endCheckoutOf(registrationId, ofMember);
  return unlessBeingPaid(() =>
    inRetriedTransaction<RegistrationCancelled>(async (tx) => {
      const locked = await lockRegistration(tx, registrationId, { ofMember, now });
      if (!locked) return { ok: false, refusal: "no-such-registration" };
      const { event, party } = locked;
      if (party.state === "cancelled") return { ok: true, back: null };
      if (!isOpen(party)) return { ok: false, refusal: "ended" };
      if (event.now >= event.plan.startsAt) return { ok: false, refusal: "begun" };
      const back = await cancelPartyIn(tx, event, party, cancelling);
      await offerPlaces(tx, event);
      return { ok: true, back };
    }),
  );
}

/** The same of a party that comes or waits, in the transaction that has locked its event; offering is the caller's. */
export async function cancelPartyIn(
  tx: Db,
  event: LockedEvent,
  party: LockedParty,
  { memberId, by, reason, address }: Omit<Cancelling, "registrationId" | "now">,
): Promise<Back> {
  const byStaff = memberId === null;
  const terms = await loadCancelTerms(tx, party.id, { byStaff, now: event.now });
  if (!terms) throw new Error(`Registration ${party.id} is not open.`);
  const isFree = terms.freeBecause !== null;
  const why = { reason: "registration-cancelled", by };
  const back = isFree
    ? await giveBackPrice(tx, event, party, why)
    : await keepPrice(tx, event, party);
  await endParty(tx, event, party, {
    step: "cancelled",
    reason: byStaff ? "by-staff" : "by-member",
    by,
    back,
  });
  await writeRegistrationLetter(tx, party.id, "cancelled", { back, reason });
  if (terms.delaysEarlyAccess && party.memberId !== null) {
    const { id: registrationId, memberId: late } = party;
    const why = "late-cancellation";
    await delayEarlyAccess(tx, { memberId: late, registrationId, why, now: event.now });
  }
  if (byStaff) {
    await writeAudit(tx, {
      personId: by,
      action: "registration.cancelled",
      subject: `registration:${party.id}`,
      detail: { event: event.plan.title.en, reason },
      ...(address !== undefined && { address }),
    });
  }
  return back;
}
