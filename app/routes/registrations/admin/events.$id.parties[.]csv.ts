import type { LoaderFunctionArgs } from "@remix-run/node";
import { exportParties } from "#app/modules/registrations/export-parties.server.ts";
import { db } from "#app/platform/db.server.ts";
import { streamedCsv } from "#app/platform/http/streamed-csv.server.ts";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";

/** Whoever keeps events: everybody of every party of one, as a file. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { t } = await readStaffRequest(request, "events.keep");
  const lines = await exportParties(db(), rowIdIn(params.id), t);
  if (lines === null) throw new Response(null, { status: 404 });
  return streamedCsv(context, lines, "parties.csv");
}
