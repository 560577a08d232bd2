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

/**
 * Writes a party down, with its people, what must be known on the day, and its place in the line where it waits. All of
 * it but the second is one statement: everybody else who registers waits for it.
 */
export async function keepParty(tx: Db, kept: PartyToKeep): Promise<void> {
  const { id, event, party, state, over, by } = kept;
  const { session, cars, carPlate, phone, answers } = party;
  const token = randomUUID().replaceAll("-", "");
  const code = newCode().slice(0, CODE_LENGTH);
  const agreed = party.agreed.map((each) => ({ ...each, at: event.now.toISOString() }));
  const personState = state === "registered" ? "coming" : "waiting";
  const people = party.people.map((each) => personRow(id, event.id, each, personState));
  const detail = { people: people.length, ...(over && { over: true }) };
  const written = await tx.$queryRaw<{ id: number }[]>`
    with party as (
      insert into registration (id, event_id, member_id, token, code, state, session, cars, car_plate, phone,
        answers, agreed, locale, event_version, points, entry_id, hold_id, money_minor, payment_id,
        over_by, over_reason, source, request_key, created_by)
      values (${id}, ${event.id}, ${kept.memberId}, ${token}, ${code}, ${state}, ${session}, ${cars}, ${carPlate},
        ${phone}, ${JSON.stringify(answers)}::jsonb, ${JSON.stringify(agreed)}::jsonb, ${kept.locale},
        ${event.version}, ${kept.points}, ${kept.entryId}, ${kept.holdId}, ${kept.moneyMinor}, ${kept.paymentId},
        ${over?.by ?? null}, ${over?.reason ?? null}, ${kept.source}, ${kept.requestKey}, ${by})
    ), step as (
      insert into registration_step (registration_id, step, detail, created_by)
      values (${id}, ${state}, ${JSON.stringify(detail)}::jsonb, ${by})
    ), line as (
      insert into waitlist_entry (event_id, registration_id) select ${event.id}, ${id} where ${state} = 'waiting'
    )
    insert into registration_person (registration_id, event_id, role, name, birth_date, phone, family_member_id,
      is_member, drives, bracket, state, in_fewer, answers, consents)
    select * from jsonb_to_recordset(${JSON.stringify(people)}::jsonb) as person ("registrationId" int, "eventId" int,
      role text, name text, "birthDate" date, phone text, "familyMemberId" int, "isMember" boolean, drives boolean,
      bracket text, state text, "inFewer" boolean, answers jsonb, consents text[])
    returning id`;
  const ids = written.map((person) => person.id).sort((one, other) => one - other);
  await keepCare(tx, id, party, ids);
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
