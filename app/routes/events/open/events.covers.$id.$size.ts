import type { LoaderFunctionArgs } from "@remix-run/node";
import { findCover } from "#app/modules/events/event-cover.server.ts";
import { coverSizes } from "#app/modules/events/event-drawing.ts";
import { db } from "#app/platform/db.server.ts";
import { pictureResponse } from "#app/platform/pictures.server.ts";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";

/** Open to everybody: the photos that stand over events, and no other picture. */
export async function loader({ params }: LoaderFunctionArgs): Promise<Response> {
  const coverId = rowIdIn(params.id);
  const size = coverSizes.find((each) => each === params.size);
  const mediaId = size ? await findCover(db(), coverId, size) : null;
  const picture =
    mediaId === null
      ? null
      : await pictureResponse(db(), mediaId, { immutable: true, isPrivate: false });
  if (!picture) throw new Response(null, { status: 404 });
  return picture;
}
