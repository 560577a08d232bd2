import { Readable } from "node:stream";
import { createReadableStreamFromReadable, type LoaderFunctionArgs } from "@remix-run/node";
import { exportParties } from "#app/modules/registrations/export-parties.server.ts";
import { db } from "#app/platform/db.server.ts";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";

/** Whoever keeps events: everybody of every party of one, as a file. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { t } = await readStaffRequest(request, "events.keep");
  const lines = await exportParties(db(), rowIdIn(params.id), t);
  if (lines === null) throw new Response(null, { status: 404 });
  const file = Readable.from(lines, { objectMode: false });
  return new Response(createReadableStreamFromReadable(file), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="parties.csv"',
      "Cache-Control": "private, no-store",
    },
  });
}
