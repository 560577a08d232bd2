import type { StoreChoice } from "#app/modules/club/load-stores.server.ts";
import { storeNamed } from "#app/modules/club/store-sql.server.ts";
import type { Db } from "#app/platform/db.server.ts";

/** What the desk chooses from when it records a member's visit. */
export type VisitChoices = {
  name: string;
  number: string;
  /** Those they hold, then those they drive beside their holder. */
  cars: { id: number; plate: string | null; model: string | null; holder: string | null }[];
  /** Open ones, by name; none that only a file has named. */
  stores: StoreChoice[];
  /** Where whoever asks recorded their last visit. */
  lastStoreId: number | null;
};

/**
 * Reads what the form for a visit needs, in one query.
 *
 * @param by the person at the desk.
 * @returns null where there is no such member, or their account was closed.
 */
export async function loadVisitChoices(
  db: Db,
  number: string,
  by: number,
): Promise<VisitChoices | null> {
  const [row] = await db.$queryRaw<VisitChoices[]>`
    select person.name, member.number,
      (select coalesce(jsonb_agg(jsonb_build_object(
            'id', car.id, 'plate', car.plate, 'model', car.model,
            'holder', case when driven.holder <> member.id then
              (select name from person where id = (select person_id from member where id = driven.holder)) end)
          order by driven.holder = member.id desc, driven.since desc, car.id), '[]')
        from (
          select car_id, member_id as holder, starts_at as since from car_holding
          where member_id = member.id and ends_at is null
          union all
          select car_id, holding.member_id, co_driver.accepted_at
          from co_driver join car_holding holding on holding.id = co_driver.holding_id
          where co_driver.member_id = member.id and co_driver.ended_at is null
            and co_driver.accepted_at is not null and holding.ends_at is null
        ) driven join car on car.id = driven.car_id) as cars,
      (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', ${storeNamed()})
          order by name), '[]') from store where closed_at is null and asked_since is null) as stores,
      (select store_id from reception where recorded_by = ${by} order by id desc limit 1)
        as "lastStoreId"
    from member join person on person.id = member.person_id
    where member.number = ${number} and person.closed_at is null`;
  return row ?? null;
}
