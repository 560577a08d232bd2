import { fitsSizes } from "#app/modules/parties/check-sizes.ts";
import { cancelPayment } from "#app/modules/payments/cancel-payment.server.ts";
import type { LockedEvent } from "#app/modules/seats/lock-event.server.ts";
import { type Db, db } from "#app/platform/db.server.ts";
import { eachByItself } from "#app/platform/each-by-itself.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { moneyOf } from "./charge-money.server.ts";
import { endCheckoutOf, unlessBeingPaid } from "./end-checkout-of.server.ts";
import { endParty } from "./end-party.server.ts";
import { BeingPaid, giveBackPrice } from "./give-back.server.ts";
import { type LockedParty, lockRegistration, noteStep } from "./lock-registration.server.ts";
import { offerPlaces } from "./offer-places.server.ts";
import { writeRegistrationLetter } from "./registration-letter.server.ts";

/** As many as are ended in one run; the next one goes on. */
const AT_ONCE = 200;

/**
 * Takes the places back of parties whose money did not come in time, and offers them along the line: of a party that
 * has paid for some those of the others, unless the rest could not come by itself. What is being paid at this moment
 * waits for the next run.
 *
 * @returns of how many parties.
 */
export async function endUnpaid(now = new Date()): Promise<number> {
  const due = await db().$queryRaw<{ id: number }[]>`
    select registration.id from payment
    join registration on registration.payment_id = payment.id and registration.state = 'registered'
    where payment.state = 'open' and payment.due_until <= ${now}
    order by registration.id limit ${AT_ONCE}`;
  return eachByItself(due, "a party that was not paid could not be ended", (id) => endOne(id, now));
}

async function endOne(id: number, now: Date): Promise<boolean> {
  await endCheckoutOf(id);
  const ended = await unlessBeingPaid(() =>
    inRetriedTransaction(async (tx) => {
      const locked = await lockRegistration(tx, id, { now });
      if (!locked) return { ok: false };
      const { event, party } = locked;
      const where = { id: party.paymentId ?? 0, state: "open", dueUntil: { lte: now } };
      const isDue = party.state === "registered" && (await tx.payment.count({ where })) > 0;
      if (!isDue) return { ok: false };
      const coming = party.people.filter(({ state }) => state === "coming");
      const rest = coming.filter(({ paymentId }) => paymentId !== party.paymentId);
      const isSome = rest.length > 0 && rest.length < coming.length;
      if (isSome && fitsSizes(event.plan.party, rest)) await endSome(tx, party);
      else await endAll(tx, event, party);
      await offerPlaces(tx, event);
      return { ok: true };
    }),
  );
  return ended.ok;
}

async function endAll(tx: Db, event: LockedEvent, party: LockedParty): Promise<void> {
  const back = await giveBackPrice(tx, event, party, { reason: "unpaid", by: null });
  await endParty(tx, event, party, { step: "unpaid", reason: "unpaid", by: null, back });
  await writeRegistrationLetter(tx, party.id, "unpaid", { back, occasion: party.paymentId ?? 0 });
}

/** Those for whom nobody paid come no more; money that comes late finds them by their payment. */
async function endSome(tx: Db, { id, paymentId }: LockedParty): Promise<void> {
  const owed = await cancelPayment(tx, paymentId ?? 0);
  if (!owed.ok) throw new BeingPaid();
  const people = await tx.registrationPerson.updateManyAndReturn({
    where: { registrationId: id, state: "coming", paymentId },
    data: { state: "out" },
    select: { id: true },
  });
  const { paid, paidMinor } = await moneyOf(tx, id);
  await tx.registration.update({
    where: { id },
    data: { moneyMinor: paidMinor, paymentId: paid.at(-1)?.id ?? null },
    select: { id: true },
  });
  await noteStep(tx, id, "unpaid-some", { by: null, people: people.map((person) => person.id) });
  await writeRegistrationLetter(tx, id, "unpaid-some", { occasion: paymentId ?? 0 });
}
