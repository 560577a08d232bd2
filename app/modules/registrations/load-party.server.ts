import { Prisma } from "#app/generated.server/prisma/client.ts";
import { type EventPrice, readPlan } from "#app/modules/events/plan.ts";
import type { KeptParty, KeptPerson } from "#app/modules/parties/party-fields.ts";
import type { Db } from "#app/platform/db.server.ts";
import { queryRows } from "#app/platform/query-rows.server.ts";
import { moneyOf } from "./charge-money.server.ts";
import { loadCancelTerms } from "./load-cancel-terms.server.ts";

/** What a change of a party costs or gives back. */
export type ChangeTerms = {
  price: EventPrice;
  /** What it has paid: points, and money in the smallest unit. */
  points: number;
  paidMinor: number;
  /** How many of it wait, for whom nothing is paid. */
  waiting: number;
  /** Whether what was paid for who leaves comes back, and until when it did in any case. */
  isFree: boolean;
  freeUntil: Date;
};

/** A party with what its form needs. */
export type PartyToChange = KeptParty & {
  /** Null where nobody has a place, and so nothing is paid. */
  terms: ChangeTerms | null;
  slug: string;
  /** The latest that happened to it: who changes it from an older state is told. */
  revision: number;
};

/**
 * Reads one of a member's parties that comes or waits, to be changed.
 *
 * @returns null where there is none.
 */
export async function loadPartyToChange(
  on: Db,
  id: number,
  memberId: number,
): Promise<PartyToChange | null> {
  type Row = Omit<PartyToChange, "revision" | "people" | "terms"> & {
    revision: bigint;
    points: number;
    waiting: number;
    plan: unknown;
    people: (Omit<KeptPerson, "allergies"> & { allergies: string | null })[];
  };
  const [row] = await queryRows<Row>(
    on,
    Prisma.sql`
    select event.slug, party.session, party.cars, party.car_plate as "carPlate", party.answers, party.agreed,
      party.points, version.plan,
      (select count(*)::int from registration_person person
        where person.registration_id = party.id and person.state = 'waiting') as waiting,
      (select max(step.id) from registration_step step where step.registration_id = party.id) as revision,
      (select jsonb_build_object('emergencyName', care.emergency_name, 'emergencyPhone', care.emergency_phone,
          'collectors', care.collectors) from registration_care care where care.registration_id = party.id) as care,
      (select coalesce(jsonb_agg(jsonb_build_object('id', person.id, 'role', person.role, 'name', person.name,
          'birthDate', person.birth_date, 'phone', person.phone, 'familyMemberId', person.family_member_id,
          'isMember', person.is_member, 'drives', person.drives, 'inFewer', person.in_fewer,
          'answers', person.answers, 'consents', person.consents,
          'allergies', (select care.allergies->>person.id::text from registration_care care
            where care.registration_id = party.id)) order by person.id), '[]')
        from registration_person person
        where person.registration_id = party.id and person.state <> 'out') as people
    from registration party join event on event.id = party.event_id
    join event_version version on version.event_id = event.id and version.version = party.event_version
    where party.id = ${id} and party.member_id = ${memberId} and party.state in ('registered', 'waiting')`,
  );
  if (!row) return null;
  const { points, waiting, plan, revision, people, ...party } = row;
  const cancelling = await loadCancelTerms(on, id, { byStaff: false });
  const { paidMinor } = await moneyOf(on, id);
  const comes = cancelling && cancelling.freeBecause !== "waiting";
  return {
    ...party,
    revision: Number(revision),
    people: people.map((person) => ({ ...person, allergies: person.allergies ?? "" })),
    terms: comes
      ? {
          price: readPlan(plan).price,
          points,
          paidMinor,
          waiting,
          isFree: cancelling.freeBecause !== null,
          freeUntil: cancelling.freeUntil,
        }
      : null,
  };
}
