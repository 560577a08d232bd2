import type { Actor } from "#app/modules/access/actor.ts";
import type { LockedEvent } from "#app/modules/seats/lock-event.server.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { endCheckoutOf, unlessBeingPaid } from "./end-checkout-of.server.ts";
import { endEntry, endOffer } from "./end-party.server.ts";
import { type ChargeRefusal, givePlaces } from "./give-places.server.ts";
import { type LockedParty, lockRegistration, noteStep } from "./lock-registration.server.ts";
import { offerPlaces } from "./offer-places.server.ts";
import { writeRegistrationLetter } from "./registration-letter.server.ts";

export type LetIn =
  | { ok: true }
  | ChargeRefusal
  | { ok: false; refusal: "no-such-registration" | "nobody-waits" | "cancelled" | "being-paid" };

/**
 * Lets those of a party in who wait, whether or not there are places, by name and reason. They pay what others pay.
 * Nobody else loses a place; nothing is offered until there are fewer again than the event has places for.
 */
export async function letInOver(
  wanted: { registrationId: number; reason: string; now?: Date },
  { by, address }: Actor,
): Promise<LetIn> {
  const { registrationId, reason, now } = wanted;
  await endCheckoutOf(registrationId);
  return unlessBeingPaid(() =>
    inRetriedTransaction<LetIn>(async (tx, rollBack) => {
      const locked = await lockRegistration(tx, registrationId, { now });
      if (!locked) return { ok: false, refusal: "no-such-registration" };
      const { event, party } = locked;
      if (event.state === "cancelled") return { ok: false, refusal: "cancelled" };
      const waiting = party.people.filter(({ state }) => state === "waiting").map(({ id }) => id);
      if (!party.entry || waiting.length === 0) return { ok: false, refusal: "nobody-waits" };
      const given = await givePlaces(tx, event, party, waiting, `let-in/${party.entry.id}`);
      if (!given.ok) return rollBack(given);
      if (party.entry.offer) await endOffer(tx, party.entry.offer.id, "accepted", event.now);
      await endEntry(tx, party, "done", event.now);
      await noteOver(tx, party.id, by, reason);
      const step = await noteStep(tx, party.id, "let-in", { by, people: waiting });
      await writeRegistrationLetter(tx, party.id, "registered", { occasion: `let-in-${step}` });
      await writeAudit(tx, {
        personId: by,
        action: "registration.let-in",
        subject: `registration:${party.id}`,
        detail: { event: event.plan.title.en, people: waiting.length, reason },
        address,
      });
      await offerPlaces(tx, event);
      return { ok: true };
    }),
  );
}

/**
 * Lets a party stay that has places and is over capacity since there are fewer, by name and reason. Nothing changes for
 * it, so it is not written to.
 */
export async function keepOverIn(
  tx: Db,
  event: LockedEvent,
  party: LockedParty,
  { reason }: { reason: string },
  { by, address }: Actor,
): Promise<void> {
  await noteOver(tx, party.id, by, reason);
  const people = party.people.filter(({ state }) => state === "coming").map(({ id }) => id);
  await noteStep(tx, party.id, "kept-over", { by, people });
  await writeAudit(tx, {
    personId: by,
    action: "registration.kept-over",
    subject: `registration:${party.id}`,
    detail: { event: event.plan.title.en, people: people.length, reason },
    address,
  });
}

/** Says of a party who let it in over capacity, and why. */
const noteOver = (tx: Db, id: number, overBy: number, overReason: string) =>
  tx.registration.update({ where: { id }, data: { overBy, overReason }, select: { id: true } });
