import type { LoaderFunctionArgs } from "@remix-run/node";
import { db } from "#app/platform/db.server.ts";
import { pictureResponse } from "#app/platform/kept-pictures.server.ts";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";

/** Whoever keeps albums: the picture of which a family said something, until that is decided. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  await readStaffRequest(request, "albums.keep");
  const objection = await db().albumObjection.findFirst({
    where: { id: rowIdIn(params.id), state: "open" },
    select: { picture: { select: { smallId: true } } },
  });
  const picture =
    objection && (await pictureResponse(db(), objection.picture.smallId, { isPrivate: true }));
  if (!picture) throw new Response(null, { status: 404 });
  return picture;
}
