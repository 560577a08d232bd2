import type { LoaderFunctionArgs } from "@remix-run/node";
import { isGiftPhoto } from "#app/modules/gifts/photos.server.ts";
import { db } from "#app/platform/db.server.ts";
import { pictureResponse } from "#app/platform/kept-pictures.server.ts";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";

/** Open to everybody: the photos of gifts, and no other picture. */
export async function loader({ params }: LoaderFunctionArgs): Promise<Response> {
  const mediaId = rowIdIn(params.id);
  const picture = (await isGiftPhoto(db(), mediaId))
    ? await pictureResponse(db(), mediaId, { immutable: true, isPrivate: false })
    : null;
  if (!picture) throw new Response(null, { status: 404 });
  return picture;
}
