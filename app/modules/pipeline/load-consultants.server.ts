import { PERMISSIONS } from "#app/modules/access/permissions.ts";
import { storeNamed } from "#app/modules/club/store-sql.server.ts";
import type { Day } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";

/** Somebody who works leads, and how they get them. */
export type ListedConsultant = {
  id: number;
  name: string;
  takesTurns: boolean;
  storeId: number | null;
  store: InBoth | null;
  models: string[];
  awayThrough: Day | null;
  /** Leads that they work on, and those of them that are late. */
  open: number;
  overdue: number;
};

/**
 * Those who may work leads, with whoever still has some although they may not, by name.
 *
 * @param id of one of them alone; null for all.
 */
export function loadConsultants(db: Db, id: number | null = null): Promise<ListedConsultant[]> {
  return db.$queryRaw<ListedConsultant[]>`
    select person.id, person.name, taker.person_id is not null as "takesTurns", taker.store_id as "storeId",
      ${storeNamed()} as store, coalesce(taker.models, '{}') as models, taker.away_through::text as "awayThrough",
      coalesce(work.open, 0)::int as open, coalesce(work.overdue, 0)::int as overdue
    from person
    left join consultant taker on taker.person_id = person.id
    left join store on store.id = taker.store_id
    left join (select consultant_id, count(*) as open, count(*) filter (where next_due_at <= now()) as overdue
      from lead where ended is null and stage <> 'delivered' and (review is null or review = 'passed')
      group by consultant_id) work on work.consultant_id = person.id
    where (person.id = ${id}::int or ${id}::int is null) and (work.open > 0 or (person.closed_at is null
      and exists (select from role_grant where person_id = person.id
        and role = any(${[...PERMISSIONS["leads.work"]]}::text[]))))
    order by person.name, person.id`;
}
