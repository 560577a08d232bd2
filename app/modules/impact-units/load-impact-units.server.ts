import type { Db } from "#app/platform/db.server.ts";
import type { ImpactUnit } from "./impact-unit.ts";

/** All that the club counts, in the order in which it began to. */
export async function loadImpactUnits(on: Db): Promise<ImpactUnit[]> {
  const rows = await on.impactUnit.findMany({
    orderBy: { id: "asc" },
    select: { id: true, key: true, oneEn: true, manyEn: true, zh: true, wholeOnly: true },
  });
  return rows.map(({ oneEn: one, manyEn: many, ...unit }) => ({ ...unit, one, many }));
}
