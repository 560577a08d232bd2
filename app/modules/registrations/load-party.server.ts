import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { KeptParty, KeptPerson } from "#app/modules/parties/party-fields.ts";
import type { Db } from "#app/platform/db.server.ts";
import { queryRows } from "#app/platform/query-rows.server.ts";

/** A party with what its form needs. */
export type PartyToChange = KeptParty & {
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
  type Row = Omit<PartyToChange, "revision" | "people"> & {
    revision: bigint;
    people: (Omit<KeptPerson, "allergies"> & { allergies: string | null })[];
  };
  const [row] = await queryRows<Row>(
    on,
    Prisma.sql`
    select event.slug, party.session, party.cars, party.car_plate as "carPlate", party.answers, party.agreed,
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
    where party.id = ${id} and party.member_id = ${memberId} and party.state in ('registered', 'waiting')`,
  );
  return row
    ? {
        ...row,
        revision: Number(row.revision),
        people: row.people.map((person) => ({ ...person, allergies: person.allergies ?? "" })),
      }
    : null;
}
