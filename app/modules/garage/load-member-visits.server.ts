import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { Visit } from "./visit.ts";
import { readVisit, VISIT_COLUMNS, type VisitRow } from "./visit-row.server.ts";

/** A member's latest visits to the workshop with any of their cars, the latest first. */
export async function loadMemberVisits(
  db: Db,
  memberId: number,
  { limit }: { limit: number },
): Promise<(Visit & { plate: string | null })[]> {
  const [rows, book] = await Promise.all([
    db.$queryRaw<(VisitRow & { plate: string | null })[]>`
      select ${VISIT_COLUMNS}, visit.plate
      from service_order visit
      where visit.member_id = ${memberId}
      order by visit.settled_at desc, visit.id desc limit ${limit}`,
    loadRuleBook(),
  ]);
  return rows.map((row) => ({ ...readVisit(row, book), plate: row.plate }));
}
