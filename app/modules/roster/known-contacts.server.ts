import type { Db } from "#app/platform/db.server.ts";
import type { KnownCar, KnownContacts } from "./member-plan.ts";
import type { RosterMember } from "./roster-row.ts";

type PersonRow = {
  person_id: number;
  name: string;
  phone: string | null;
  email: string | null;
  number: string | null;
  signs_in: boolean;
};
type CarRow = { car_id: number; vin: string | null; plate: string | null; holder: string | null };

/** What the club knows already of the numbers, e-mails and cars that rows of a roster name. */
export async function loadKnownContacts(
  db: Db,
  members: readonly RosterMember[],
): Promise<KnownContacts> {
  const numbers = members.map(({ number }) => number);
  const emails = present(members.map(({ email }) => email));
  const people = await db.$queryRaw<PersonRow[]>`
    select person.id as person_id, person.name, person.phone, person.email, member.number,
           person.password_hash is not null
             or exists (select from role_grant where role_grant.person_id = person.id) as signs_in
    from person left join member on member.person_id = person.id
    where person.id in (
      select person_id from member where number = any(${numbers}::text[])
      union select id from person where email = any(${emails}::text[]))`;
  const vins = present(members.map(({ car }) => car?.vin));
  const plates = present(members.map(({ car }) => car?.plate));
  const cars = await db.$queryRaw<CarRow[]>`
    select car.id as car_id, car.vin, car.plate, member.number as holder
    from car
    left join car_holding holding on holding.car_id = car.id and holding.ends_at is null
    left join member on member.id = holding.member_id
    where car.id in (
      select id from car where vin = any(${vins}::text[])
      union select id from car where plate = any(${plates}::text[]))
    order by holding.starts_at nulls first`;
  const known = cars.map(({ car_id, vin, plate, holder }) => {
    const car: KnownCar = { carId: car_id, vin, holder };
    return { vin, plate, car };
  });
  return {
    members: new Map(
      people.flatMap(({ number, person_id, signs_in, ...contact }) =>
        number === null ? [] : [[number, { personId: person_id, signsIn: signs_in, ...contact }]],
      ),
    ),
    emails: new Map(
      people.flatMap(({ email, person_id, number }) =>
        email === null ? [] : [[email, { personId: person_id, number }]],
      ),
    ),
    vins: new Map(known.flatMap(({ vin, car }) => (vin === null ? [] : [[vin, car]]))),
    plates: new Map(known.flatMap(({ plate, car }) => (plate === null ? [] : [[plate, car]]))),
  };
}

function present(values: readonly (string | null | undefined)[]): string[] {
  return values.filter((value) => typeof value === "string");
}
