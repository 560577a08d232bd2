import type { Actor } from "#app/modules/access/actor.ts";
import { cancelPartyIn } from "#app/modules/registrations/cancel-registration.server.ts";
import {
  endCheckoutOf,
  unlessBeingPaid,
} from "#app/modules/registrations/end-checkout-of.server.ts";
import { keepOverIn } from "#app/modules/registrations/let-in-over.server.ts";
import { lockRegistration } from "#app/modules/registrations/lock-registration.server.ts";
import { offerPlaces } from "#app/modules/registrations/offer-places.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { loadOver } from "./load-over.server.ts";

export type OverDecision = {
  eventId: number;
  registrationId: number;
  /** `stay`: it is let in over capacity. `out`: the club cancels it, and gives everything back. */
  decision: "stay" | "out";
  /** Of one that is taken out its member reads it. */
  reason: string;
  /** For tests; the database's clock otherwise. */
  now?: Date;
};

export type OverDecided =
  | { ok: true }
  | {
      ok: false;
      refusal:
        | "no-such-party"
        /** A colleague decided otherwise, or it has left or ended by itself. */
        | "decided"
        /** There is room for it again. */
        | "not-over"
        /** The event has begun: the people at the door decide. */
        | "begun"
        | "being-paid";
    };

/**
 * Decides about a party that is over a limit of its event: one at a time, in a transaction that has locked the event,
 * so that of two who decide at once the second is told. The same decision sent twice is one.
 */
export async function decideOver(wanted: OverDecision, actor: Actor): Promise<OverDecided> {
  const { eventId, registrationId, decision, reason, now } = wanted;
  if (decision === "out") await endCheckoutOf(registrationId);
  return unlessBeingPaid(() =>
    inRetriedTransaction<OverDecided>(async (tx) => {
      const locked = await lockRegistration(tx, registrationId, { now });
      if (locked?.event.id !== eventId) return { ok: false, refusal: "no-such-party" };
      const { event, party } = locked;
      if (decision === "out" && party.state === "cancelled") return { ok: true };
      if (party.state !== "registered") return { ok: false, refusal: "decided" };
      if (party.overBy !== null) {
        const same = decision === "stay" && party.overBy === actor.by;
        return same ? { ok: true } : { ok: false, refusal: "decided" };
      }
      if (event.state === "cancelled" || event.now >= event.plan.startsAt) {
        return { ok: false, refusal: "begun" };
      }
      const over = await loadOver(tx, event.id, event.plan.limits);
      if (!over.some(({ parties }) => parties.includes(party.id))) {
        return { ok: false, refusal: "not-over" };
      }
      if (decision === "stay") {
        await keepOverIn(tx, event, party, { reason }, actor);
      } else {
        await cancelPartyIn(tx, event, party, { memberId: null, reason, ...actor });
        await offerPlaces(tx, event);
      }
      return { ok: true };
    }),
  );
}
