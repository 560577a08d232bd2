import type { LoaderFunctionArgs } from "@remix-run/node";
import { findEntryPicture, pictureSizes } from "#app/modules/contests/entries-of.server.ts";
import { db } from "#app/platform/db.server.ts";
import { pictureResponse } from "#app/platform/kept-pictures.server.ts";
import { readOwnerRequest } from "#app/routes/shell/owner-request.server.ts";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";

/** Members: the picture of an entry of their own family; anybody else's does not exist. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const { member } = await readOwnerRequest(request);
  const size = pictureSizes.find((each) => each === params.size);
  const found = size ? await findEntryPicture(db(), rowIdIn(params.id), size) : null;
  const isOwn = found?.entry.memberId === member.id;
  const picture =
    found && isOwn ? await pictureResponse(db(), found.mediaId, { isPrivate: true }) : null;
  if (!picture) throw new Response(null, { status: 404 });
  return picture;
}
