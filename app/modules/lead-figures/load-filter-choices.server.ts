import { PERMISSIONS } from "#app/modules/access/permissions.ts";
import { loadStores, type StoreChoice } from "#app/modules/club/load-stores.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { FigureFilter } from "./figure-filter.ts";

export type FilterChoices = {
  stores: StoreChoice[];
  /** Those who may work leads, and whoever is asked about though they no longer do. */
  consultants: { id: number; name: string }[];
};

/** What the figures can be narrowed to. */
export async function loadFilterChoices(
  on: Db,
  { consultant }: FigureFilter,
): Promise<FilterChoices> {
  const asked = typeof consultant === "number" ? consultant : null;
  const [stores, consultants] = await Promise.all([
    loadStores(on),
    on.$queryRaw<FilterChoices["consultants"]>`
      select id, name from person
      where id in (select person_id from role_grant where role = any(${[...PERMISSIONS["leads.work"]]}::text[]))
          and closed_at is null
        or id = ${asked}::int and exists (select from lead where consultant_id = person.id)
      order by name, id`,
  ]);
  return { stores, consultants };
}
