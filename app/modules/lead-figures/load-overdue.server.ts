import { IS_WORK } from "#app/modules/pipeline/load-lead-board.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { narrowed } from "./cohort-sql.server.ts";
import type { FigureFilter } from "./figure-filter.ts";

/** What is late now, of one consultant or of nobody's. */
export type OverdueWork = {
  consultantId: number | null;
  name: string | null;
  /** Nobody has called the friend yet. */
  firstCalls: number;
  /** Anything that comes later. */
  others: number;
  /** Since when the one that is late longest is. */
  since: Date;
};

/**
 * What is late now, whoever has most of it first. Months do not matter: a friend who was named a year ago waits as
 * well.
 *
 * @param now for tests; the database's clock otherwise.
 */
export function loadOverdue(on: Db, filter: FigureFilter, now?: Date): Promise<OverdueWork[]> {
  return on.$queryRaw<OverdueWork[]>`
    select late.*, person.name from (
      select lead.consultant_id as "consultantId",
        count(*) filter (where lead.next_action = 'first-call')::int as "firstCalls",
        count(*) filter (where lead.next_action is distinct from 'first-call')::int as others,
        min(lead.next_due_at) as since
      from lead where ${IS_WORK} and lead.next_due_at <= coalesce(${now ?? null}::timestamptz, now())
        ${narrowed(filter)}
      group by lead.consultant_id
    ) late left join person on person.id = late."consultantId"
    order by "firstCalls" + others desc, name nulls last`;
}
