import type { LoaderFunctionArgs } from "@remix-run/node";
import { findKeptPicture } from "#app/modules/albums/load-kept-album.server.ts";
import { db } from "#app/platform/db.server.ts";
import { pictureResponse } from "#app/platform/kept-pictures.server.ts";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";

/** Whoever keeps albums: a picture of one, as they work on it, also where families do not see it. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  await readStaffRequest(request, "albums.keep");
  const [eventId, pictureId] = [rowIdIn(params.id), rowIdIn(params.picture)];
  const size = (["small", "large"] as const).find((each) => each === params.size);
  const mediaId = size && (await findKeptPicture(db(), { eventId, pictureId, size }));
  const picture = mediaId ? await pictureResponse(db(), mediaId, { isPrivate: true }) : null;
  if (!picture) throw new Response(null, { status: 404 });
  return picture;
}
