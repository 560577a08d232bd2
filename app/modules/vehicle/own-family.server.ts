import type { Db } from "#app/platform/db.server.ts";

/**
 * The members who are one family with somebody, themselves among them: who shares a car or a phone number with them, with all
 * that these share further, as draws count a household. Nobody hands anything over to these themselves.
 *
 * @param personId whoever acts; they need not be a member.
 */
export async function ownFamily(on: Db, personId: number): Promise<ReadonlySet<number>> {
  const rows = await on.$queryRaw<{ id: number }[]>`
    with recursive family(member_id) as (
      (select id from member where person_id = ${personId}
        union all
        select member.id
        from person own join person kin on kin.phone = own.phone
        join member on member.person_id = kin.id
        where own.id = ${personId})
      union
      select kin.id from family cross join lateral (
        select driver.member_id as id
        from car_holding holding join co_driver driver on driver.holding_id = holding.id
        where holding.member_id = family.member_id and holding.ends_at is null
          and driver.accepted_at is not null and driver.ended_at is null
        union all
        select holding.member_id
        from co_driver driver join car_holding holding on holding.id = driver.holding_id
        where driver.member_id = family.member_id and holding.ends_at is null
          and driver.accepted_at is not null and driver.ended_at is null
        union all
        select twin.id
        from member own join person on person.id = own.person_id
        join person other on other.phone = person.phone
        join member twin on twin.person_id = other.id
        where own.id = family.member_id
      ) kin
    )
    select member_id as id from family`;
  return new Set(rows.map(({ id }) => id));
}
