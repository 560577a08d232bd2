import type { LoaderFunctionArgs } from "@remix-run/node";
import { reportPdf } from "#app/modules/event-report/report-pdf.server.ts";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { clubFor, fileResponse, noteTaken, reportIn } from "../parts/report-request.server.ts";

/** Whoever reads reports of events: one as a PDF to print, in their language. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const asked = await readStaffRequest(request, "events.report");
  const now = new Date();
  const report = await reportIn(params.id, now);
  const file = await reportPdf(report, await clubFor(asked.locale), asked.locale, now);
  await noteTaken(report, asked, context, "pdf");
  const name = `event-report-${report.event.eventId}.pdf`;
  return fileResponse(file as Uint8Array<ArrayBuffer>, "application/pdf", name);
}
