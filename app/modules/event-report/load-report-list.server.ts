import { Prisma } from "#app/generated.server/prisma/client.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { loadSatisfactions } from "#app/modules/surveys/load-results.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { queryRows } from "#app/platform/query-rows.server.ts";
import type { EventFacts } from "./event-facts.ts";
import { pointWorth, reportedOf } from "./load-event-report.server.ts";
import { loadFacts, theseEvents } from "./load-facts.server.ts";
import { headlinesOf, type Line, sectionsOf } from "./report-lines.ts";

const LISTED = 20;

export type ReportCursor = { at: Date; id: number };
export type ListedReport = Pick<EventFacts, "eventId" | "title" | "startsAt"> & { lines: Line[] };

/** Events that are over, side by side by the figures that one looks at first, the latest first. */
export async function loadReportList(
  on: Db,
  after: ReportCursor | null,
  now = new Date(),
): Promise<{ reports: ListedReport[]; next: ReportCursor | null }> {
  const club = await loadClub(on);
  const over = await queryRows<{ id: number; at: Date }>(
    on,
    Prisma.sql`
    select id, ends_at as at from event
    where state = 'published' and ends_at <= ${now}::timestamptz and (${after === null}::boolean
      or (ends_at, id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::int))
    order by ends_at desc, id desc limit ${LISTED + 1}`,
  );
  const ids = over.slice(0, LISTED).map(({ id }) => id);
  const [facts, satisfactions] = await Promise.all([
    loadFacts(on, theseEvents(ids), club),
    loadSatisfactions(on, ids),
  ]);
  const worthOf = await pointWorth(on);
  const reports = facts
    .sort((one, other) => ids.indexOf(one.eventId) - ids.indexOf(other.eventId))
    .map((of) => {
      const report = reportedOf(of, satisfactions, club.currency, worthOf, null);
      const { eventId, title, startsAt } = of;
      return { eventId, title, startsAt, lines: headlinesOf(sectionsOf(report, null)) };
    });
  const last = over.length > LISTED ? over[LISTED - 1] : undefined;
  return { reports, next: last ?? null };
}
