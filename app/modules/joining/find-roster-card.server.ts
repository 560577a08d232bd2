import type { Db } from "#app/platform/db.server.ts";

/** A card that the dealership's roster brought and that nobody has opened yet. */
export type RosterCard = { personId: number; memberId: number };

/**
 * Finds the card that the roster brought for somebody who joins, by three things that have to fit together:
 * the phone on the card, the car it holds, and the number of an invoice of its time with it. It must
 * be a card whose owner cannot sign in by any way: no e-mail, no password, no role. The row is locked, so
 * that it is given once.
 */
export async function findRosterCard(
  db: Db,
  proof: { phone: string; vin: string | null; plate: string | null; orderNumber: string },
): Promise<RosterCard | null> {
  const [card] = await db.$queryRaw<{ person_id: number; member_id: number }[]>`
    select person.id as person_id, member.id as member_id
    from car
    join car_holding on car_holding.car_id = car.id and car_holding.ends_at is null
    join member on member.id = car_holding.member_id and member.import_id is not null
    join person on person.id = member.person_id
    where (car.vin = ${proof.vin} or car.plate = ${proof.plate})
      and person.phone = ${proof.phone}
      and person.email is null and person.password_hash is null and person.closed_at is null
      and not exists (select from role_grant where person_id = person.id)
      and exists (select from service_order
                  where car_id = car.id and order_number = ${proof.orderNumber} and state = 'settled'
                    and coalesce(member_id, member.id) = member.id
                    and settled_at >= car_holding.starts_at)
    order by member.id limit 1
    for update of person`;
  return card ? { personId: card.person_id, memberId: card.member_id } : null;
}
