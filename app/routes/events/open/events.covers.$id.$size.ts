import type { LoaderFunctionArgs } from "@remix-run/node";
import { may } from "#app/modules/access/permissions.ts";
import { findCover } from "#app/modules/events/event-cover.server.ts";
import { coverSizes } from "#app/modules/events/event-drawing.ts";
import { db } from "#app/platform/db.server.ts";
import { pictureResponse } from "#app/platform/kept-pictures.server.ts";
import { optionalPerson } from "#app/routes/shell/guards.server.ts";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";

/** Open to everybody: the photos that stand over events, and no other picture; those of drafts to whoever keeps events. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const coverId = rowIdIn(params.id);
  const size = coverSizes.find((each) => each === params.size);
  const cover = size ? await findCover(db(), coverId, size) : null;
  const isSeen = cover !== null && (cover.isShown || (await isKeeper(request)));
  const how = cover?.isShown ? { immutable: true, isPrivate: false } : { isPrivate: true };
  const picture = isSeen ? await pictureResponse(db(), cover.mediaId, how) : null;
  if (!picture) throw new Response(null, { status: 404 });
  return picture;
}

/** Others are told that there is nothing, as of a number that was never given. */
async function isKeeper(request: Request): Promise<boolean> {
  const who = await optionalPerson(request);
  return who !== null && who.need !== "set-up" && may(who.roles, "events.keep");
}
