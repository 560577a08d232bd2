import { fitsSizes } from "#app/modules/parties/check-sizes.ts";
import type { PaymentFor } from "#app/modules/payments/payment.ts";
import { lineOf, loadLine } from "#app/modules/seats/load-line.server.ts";
import type { LockedEvent } from "#app/modules/seats/lock-event.server.ts";
import { isLineOpen } from "#app/modules/seats/offer-times.ts";
import { loadTaken } from "#app/modules/seats/seats-sql.server.ts";
import { fitsBesideLine, needsOf } from "#app/modules/seats/waitlist.ts";
import type { Db } from "#app/platform/db.server.ts";
import { moneyOf } from "./charge-money.server.ts";
import {
  isOpen,
  type LockedParty,
  type LockedPerson,
  noteStep,
} from "./lock-registration.server.ts";
import { writeRegistrationLetter } from "./registration-letter.server.ts";

type Late = Pick<PaymentFor, "id" | "amountMinor">;

/**
 * Takes up again what late money was for, where nobody waits for it: a party whose places went back since nobody paid,
 * or those of a party for whom nobody did.
 *
 * @returns false where it is gone; then nothing was written.
 */
export async function takeUpAgain(
  tx: Db,
  event: LockedEvent,
  party: LockedParty,
  payment: Late,
): Promise<boolean> {
  // Its time is over, and no job has been along: the places are theirs.
  if (isOpen(party) && party.paymentId === payment.id) return true;
  if (event.state !== "published" || event.now >= event.plan.startsAt) return false;
  return party.state === "registered"
    ? joinAgain(tx, event, party, payment)
    : comeAgain(tx, event, party, payment);
}

/** Those of a party who lost their places with this payment. */
async function joinAgain(
  tx: Db,
  event: LockedEvent,
  party: LockedParty,
  payment: Late,
): Promise<boolean> {
  const people = party.people.filter(
    ({ state, paymentId }) => state === "out" && paymentId === payment.id,
  );
  const coming = party.people.filter(({ state }) => state === "coming");
  if (people.length === 0 || !fitsSizes(event.plan.party, [...coming, ...people])) return false;
  if (!(await isFree(tx, event, { ...party, cars: 0, parties: 0, people }))) return false;
  const { owed } = await moneyOf(tx, party.id);
  await giveAgain(tx, party, people, {
    moneyMinor: party.moneyMinor + payment.amountMinor,
    ...(owed ? {} : { paymentId: payment.id }),
  });
  return true;
}

/** A party as a whole, unless what else it had paid has gone back, or it came to the event otherwise. */
async function comeAgain(
  tx: Db,
  event: LockedEvent,
  party: LockedParty,
  payment: Late,
): Promise<boolean> {
  if (party.endReason !== "unpaid" || party.paymentId !== payment.id) return false;
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
  const { paid } = await moneyOf(tx, party.id);
  if (again > 0 || people.length === 0 || paid.length > 0) return false;
  if (!(await isFree(tx, event, { ...party, parties: 1, people }))) return false;
  await giveAgain(tx, party, people, { state: "registered", endedAt: null, endReason: null });
  return true;
}

async function isFree(
  tx: Db,
  { id, plan, now }: LockedEvent,
  wanted: Pick<LockedParty, "session" | "cars"> & { parties: number; people: LockedPerson[] },
): Promise<boolean> {
  const line = isLineOpen(plan, now) ? await loadLine(tx, id) : [];
  const taken = await loadTaken(tx, id, plan.limits);
  return fitsBesideLine(plan.limits, taken, lineOf(line), needsOf(plan.limits, wanted));
}

async function giveAgain(
  tx: Db,
  { id }: LockedParty,
  people: readonly LockedPerson[],
  kept: {
    state?: string;
    endedAt?: null;
    endReason?: null;
    moneyMinor?: number;
    paymentId?: number;
  },
): Promise<void> {
  await tx.registrationPerson.updateMany({
    where: { id: { in: people.map((person) => person.id) }, registrationId: id },
    data: { state: "coming" },
  });
  await tx.registration.update({ where: { id }, data: kept, select: { id: true } });
  const step = await noteStep(tx, id, "paid-late", { by: null });
  await writeRegistrationLetter(tx, id, "registered", { occasion: `late-${step}` });
}
