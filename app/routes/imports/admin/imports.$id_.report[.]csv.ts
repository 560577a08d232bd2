import { Readable } from "node:stream";
import { createReadableStreamFromReadable, type LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { loadImport } from "#app/modules/imports/load-import.server.ts";
import { streamReport } from "#app/modules/imports/stream-report.server.ts";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";

const ImportId = z.coerce.number().int().positive().max(2_147_483_647);

/** The desk and admins: the whole report of an import, as a file in their language. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale } = await readStaffRequest(request, "imports.run");
  const id = ImportId.safeParse(params.id);
  const run = id.success ? await loadImport(id.data) : null;
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
