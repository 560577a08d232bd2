import { Readable } from "node:stream";
import { createReadableStreamFromReadable, type LoaderFunctionArgs } from "@remix-run/node";
import { loadImport } from "#app/modules/imports/load-import.server.ts";
import { streamReport } from "#app/modules/imports/stream-report.server.ts";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";

/** The desk and admins: the whole report of an import, as a file in their language. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale } = await readStaffRequest(request, "imports.run");
  const run = await loadImport(rowIdIn(params.id));
  if (!run) throw new Response(null, { status: 404 });
  const lines = Readable.from(streamReport(run.id, locale), { objectMode: false });
  return new Response(createReadableStreamFromReadable(lines), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="import-${run.id}.csv"`,
      "Cache-Control": "private, no-store",
    },
  });
}
