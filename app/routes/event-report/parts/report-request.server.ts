import type { AppLoadContext } from "@remix-run/node";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import {
  type EventReport,
  loadEventReport,
} from "#app/modules/event-report/load-event-report.server.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, type StaffRequest } from "#app/routes/shell/staff-request.server.ts";

/**
 * The report that an address asks for.
 *
 * @throws Response 404 for a draft, or where there is no such event.
 */
export async function reportIn(id: string | undefined, now: Date): Promise<EventReport> {
  const report = await loadEventReport(db(), rowIdIn(id), now);
  if (!report) throw new Response(null, { status: 404 });
  return report;
}

/** Writes down that somebody takes a report away, before they have it. */
export async function noteTaken(
  { event: { eventId } }: EventReport,
  { staff }: Pick<StaffRequest, "staff">,
  context: AppLoadContext,
  as: "pdf" | "csv",
): Promise<void> {
  const { by, address } = actorOf(staff, context);
  await writeAudit(db(), {
    ...{ personId: by, action: "event-report.exported", subject: `event:${eventId}`, address },
    detail: { fileName: `report.${as}` },
  });
}

/** What the club is called in a reader's language, and its clock. */
export async function clubFor(locale: string) {
  const { name, nameZh, timeZone } = await loadClub();
  return { name: locale === "en" ? name : nameZh, timeZone };
}

/** A file to keep, which no cache does. */
export const fileResponse = (body: BodyInit, type: string, name: string): Response =>
  new Response(body, {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "private, no-store",
    },
  });
