import { db } from "#app/platform/db.server.ts";

/** A member of a grown club, with what they are found by. */
export type Somebody = {
  id: number;
  accountId: number;
  number: string;
  name: string;
  phone: string;
  plate: string;
  vin: string;
};

/** Members of the clubs that are compared. */
export const SMALL = 1000;
export const LARGE = 1_000_000;
export const LARGE_QUICK = 50_000;

/** Members at random, with what is known of them, by their ids: nobody is read twice in a large club. */
export async function pickMembers(members: number, count: number): Promise<Somebody[]> {
  const ids = Array.from({ length: count }, () => 1 + Math.floor(Math.random() * members));
  const people = await db().$queryRaw<Somebody[]>`
    select distinct on (asked.place) member.id, member.account_id::int as "accountId", member.number,
      person.name, person.phone, car.plate, car.vin
    from unnest(${ids}::int[]) with ordinality as asked (id, place)
    join member on member.id = asked.id
    join person on person.id = member.person_id
    join car_holding on car_holding.member_id = member.id
    join car on car.id = car_holding.car_id
    order by asked.place`;
  if (people.length < count / 2)
    throw new Error("The members of the club are not where they were.");
  return people;
}

/** Milliseconds of each, after some that warm the connection up. */
export async function timeEach(
  people: Somebody[],
  work: (member: Somebody) => Promise<unknown>,
): Promise<number[]> {
  const times: number[] = [];
  const warmUp = Math.min(20, people.length / 4);
  for (const [index, member] of people.entries()) {
    const started = performance.now();
    await work(member);
    if (index >= warmUp) times.push(performance.now() - started);
  }
  return times;
}

/** 1 k, 1 M. */
export const inThousands = (members: number) =>
  members >= 1_000_000 ? `${members / 1_000_000} M` : `${members / 1000} k`;
