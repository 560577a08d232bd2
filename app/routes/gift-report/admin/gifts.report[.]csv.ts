import type { LoaderFunctionArgs } from "@remix-run/node";
import { exportGiftReport } from "#app/modules/gift-report/export-gift-report.server.ts";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { reportAskedFor } from "../parts/report-request.server.ts";

/** Whoever reads the gifts' report: its lines as a file. */
export async function loader({ request }: LoaderFunctionArgs) {
  await readStaffRequest(request, "gifts.report");
  const { months, report } = await reportAskedFor(request);
  return new Response(exportGiftReport(report), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="gifts-${months.from}-${months.to}.csv"`,
      "Cache-Control": "private, no-store",
    },
  });
}
