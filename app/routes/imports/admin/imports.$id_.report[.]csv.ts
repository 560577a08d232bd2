import type { LoaderFunctionArgs } from "@remix-run/node";
import { loadImport } from "#app/modules/imports/load-import.server.ts";
import { streamReport } from "#app/modules/imports/stream-report.server.ts";
import { streamedCsv } from "#app/platform/http/streamed-csv.server.ts";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";

/** The desk and admins: the whole report of an import, as a file in their language. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { locale } = await readStaffRequest(request, "imports.run");
  const run = await loadImport(rowIdIn(params.id));
  if (!run) throw new Response(null, { status: 404 });
  return streamedCsv(context, streamReport(run.id, locale), `import-${run.id}.csv`);
}
