import { randomUUID } from "node:crypto";
import type { Prisma } from "#app/generated.server/prisma/client.ts";
import type { CheckedParty, CheckedPerson } from "#app/modules/parties/check-party.ts";
import type { Db } from "#app/platform/db.server.ts";
import { newCode } from "#app/platform/unguessable-code.ts";
import type { Charged } from "./charge-party.server.ts";

/** A party that comes or waits: judged, and paid for. */
export type PartyToKeep = Charged & {
  id: number;
  event: { id: number; version: number; now: Date };
  memberId: number | null;
  state: "registered" | "waiting";
  party: CheckedParty;
  locale: string;
  source: string;
  requestKey: string;
  over: { by: number; reason: string } | null;
  /** The person who registers; null where somebody from outside did. */
  by: number | null;
};

/** Letters that a code at the door has. */
const CODE_LENGTH = 6;

/** The ledger and payments name the registration, which names theirs. */
export async function nextRegistrationId(tx: Db): Promise<number> {
  const [row] = await tx.$queryRaw<{ id: bigint }[]>`
    select nextval('registration_id_seq') as id`;
  return Number(row?.id);
}

/** Writes a party down, with its people, what must be known on the day, and its place in the line where it waits. */
export async function keepParty(tx: Db, kept: PartyToKeep): Promise<void> {
  const { id, event, party, state, over } = kept;
  const { session, cars, carPlate, phone, answers } = party;
  await tx.registration.create({
    data: {
      id,
      eventId: event.id,
      memberId: kept.memberId,
      token: randomUUID().replaceAll("-", ""),
      code: newCode().slice(0, CODE_LENGTH),
      state,
      session,
      cars,
      carPlate,
      phone,
      answers: answers as Prisma.InputJsonArray,
      agreed: party.agreed.map((each) => ({ ...each, at: event.now.toISOString() })),
      locale: kept.locale,
      eventVersion: event.version,
      points: kept.points,
      entryId: kept.entryId,
      holdId: kept.holdId,
      moneyMinor: kept.moneyMinor,
      paymentId: kept.paymentId,
      overBy: over?.by ?? null,
      overReason: over?.reason ?? null,
      source: kept.source,
      requestKey: kept.requestKey,
      createdBy: kept.by,
    },
    select: { id: true },
  });
  const people = await tx.registrationPerson.createManyAndReturn({
    data: party.people.map((person) =>
      personRow(id, event.id, person, state === "registered" ? "coming" : "waiting"),
    ),
    select: { id: true },
  });
  await tx.registrationStep.create({
    data: {
      registrationId: id,
      step: state,
      detail: { people: party.people.length, ...(over && { over: true }) },
      createdBy: kept.by,
    },
    select: { id: true },
  });
  const ids = people.map((person) => person.id).sort((a, b) => a - b);
  await keepCare(tx, id, party, ids);
  if (state === "waiting") await joinLine(tx, event.id, id);
}

/** A person of a party, as a row. */
export const personRow = (
  registrationId: number,
  eventId: number,
  person: CheckedPerson,
  state: "coming" | "waiting",
) => ({
  registrationId,
  eventId,
  role: person.role,
  name: person.name,
  birthDate: person.birthDate === null ? null : new Date(person.birthDate),
  phone: person.phone?.trim() || null,
  familyMemberId: person.familyMemberId,
  isMember: person.isMember,
  drives: person.drives,
  bracket: person.bracket,
  state,
  inFewer: person.inFewer,
  answers: person.answers as Prisma.InputJsonArray,
  consents: [...person.consents],
});

/** Puts those of a party who have no place at the end of the line; whoever is in it keeps their place. */
export async function joinLine(tx: Db, eventId: number, registrationId: number): Promise<void> {
  await tx.$executeRaw`
    insert into waitlist_entry (event_id, registration_id) values (${eventId}, ${registrationId})
    on conflict (registration_id) where state = 'open' do nothing`;
}

/**
 * Keeps what must be known on the day of a party's children; a party without any leaves nothing.
 *
 * @param ids of the party's people, in its order.
 */
export async function keepCare(
  tx: Db,
  registrationId: number,
  party: CheckedParty,
  ids: readonly number[],
): Promise<void> {
  if (!party.care) return;
  const told = ids.flatMap((id, at) => {
    const allergies = party.people[at]?.allergies.trim();
    return allergies ? [[String(id), allergies] as const] : [];
  });
  const care = { ...party.care, allergies: Object.fromEntries(told) };
  await tx.registrationCare.upsert({
    where: { registrationId },
    create: { registrationId, ...care },
    update: care,
    select: { registrationId: true },
  });
}
