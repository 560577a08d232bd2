import type { LoaderFunctionArgs } from "@remix-run/node";
import { findEntryPicture, pictureSizes } from "#app/modules/contests/entries-of.server.ts";
import { db } from "#app/platform/db.server.ts";
import { pictureResponse } from "#app/platform/kept-pictures.server.ts";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";

/** Whoever keeps contests or takes entries: the picture of an entry. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  await readStaffRequest(request, "contests.enter");
  const size = pictureSizes.find((each) => each === params.size);
  const found = size ? await findEntryPicture(db(), rowIdIn(params.id), size) : null;
  const picture = found && (await pictureResponse(db(), found.mediaId, { isPrivate: true }));
  if (!picture) throw new Response(null, { status: 404 });
  return picture;
}
