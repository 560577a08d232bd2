import type { LoaderFunctionArgs } from "@remix-run/node";
import { findCover } from "#app/modules/events/event-cover.server.ts";
import { loadPublishedEvent } from "#app/modules/events/load-event.server.ts";
import { db } from "#app/platform/db.server.ts";
import { sharePhoto } from "#app/platform/share-picture.server.ts";

/** Open to everybody: the photo of an event, cut and encoded as services take it that show a shared link. */
export async function loader({ params }: LoaderFunctionArgs): Promise<Response> {
  const event = await loadPublishedEvent(db(), params.slug ?? "");
  const { coverId = null } = event?.plan ?? {};
  const cover = coverId === null ? null : await findCover(db(), coverId, "large");
  const media = cover?.isShown && (await db().media.findUnique({ where: { id: cover.mediaId } }));
  if (!media) throw new Response(null, { status: 404 });
  return new Response(new Uint8Array(await sharePhoto(media.content)), {
    headers: { "Content-Type": "image/jpeg", "Cache-Control": "public, max-age=86400" },
  });
}
