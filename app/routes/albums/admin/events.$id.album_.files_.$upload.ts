import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { serveUpload } from "../parts/upload-request.server.ts";

/** Whoever keeps albums: how much of a file of theirs is here. It is asked with HEAD; there is nothing to read. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { staff } = await readStaffRequest(request, "albums.keep");
  if (request.method !== "HEAD") throw new Response(null, { status: 405 });
  return serveUpload(request, { eventId: rowIdIn(params.id), by: staff.id }, String(params.upload));
}

/** Whoever keeps albums: takes the next piece of a file of theirs. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "albums.keep");
  return serveUpload(request, { eventId: rowIdIn(params.id), by: staff.id }, String(params.upload));
}
