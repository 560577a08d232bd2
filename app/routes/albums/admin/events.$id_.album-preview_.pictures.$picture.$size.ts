import type { LoaderFunctionArgs } from "@remix-run/node";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { pictureFile } from "../parts/picture-file.server.ts";

/** Whoever keeps albums: a picture as families see it, and none that is hidden from them. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  await readStaffRequest(request, "albums.keep");
  const { picture: id, size } = params;
  return pictureFile(request, { id, size }, { eventId: rowIdIn(params.id) }, "staff");
}
