import type { LoaderFunctionArgs } from "@remix-run/node";
import { reportCsv } from "#app/modules/event-report/report-csv.ts";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { fileResponse, noteTaken, reportIn } from "../parts/report-request.server.ts";

/** Whoever reads reports of events: the figures of one as a file, in their language. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const asked = await readStaffRequest(request, "events.report");
  const report = await reportIn(params.id, new Date());
  await noteTaken(report, asked, context, "csv");
  const name = `event-report-${report.event.eventId}.csv`;
  return fileResponse(reportCsv(report, asked.t), "text/csv; charset=utf-8", name);
}
