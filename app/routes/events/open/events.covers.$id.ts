import type { LoaderFunctionArgs } from "@remix-run/node";
import { isEventCover } from "#app/modules/events/event-cover.server.ts";
import { db } from "#app/platform/db.server.ts";
import { pictureResponse } from "#app/platform/pictures.server.ts";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";

/** Open to everybody: the photos that stand over events, and no other picture. */
export async function loader({ params }: LoaderFunctionArgs): Promise<Response> {
  const mediaId = rowIdIn(params.id);
  const picture = (await isEventCover(db(), mediaId))
    ? await pictureResponse(db(), mediaId, { immutable: true, isPrivate: false })
    : null;
  if (!picture) throw new Response(null, { status: 404 });
  return picture;
}
