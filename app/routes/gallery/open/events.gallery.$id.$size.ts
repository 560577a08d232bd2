import type { LoaderFunctionArgs } from "@remix-run/node";
import { findShownPicture } from "#app/modules/gallery/load-gallery.server.ts";
import { db } from "#app/platform/db.server.ts";
import { pictureResponse } from "#app/platform/kept-pictures.server.ts";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";

const SIZES = ["small", "medium", "large"] as const;

/** Open to everybody: the pictures that a gallery shows, asked anew at each fetch: a consent that is taken back hides them. */
export async function loader({ params }: LoaderFunctionArgs): Promise<Response> {
  const pictureId = rowIdIn(params.id);
  const size = SIZES.find((each) => each === params.size);
  const mediaId = size ? await findShownPicture(db(), pictureId, size) : null;
  const picture =
    mediaId === null ? null : await pictureResponse(db(), mediaId, { isPrivate: true });
  if (!picture) throw new Response(null, { status: 404 });
  return picture;
}
