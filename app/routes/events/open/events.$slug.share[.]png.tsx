import type { LoaderFunctionArgs } from "@remix-run/node";
import { renderToStaticMarkup } from "react-dom/server";
import { loadPublishedEvent } from "#app/modules/events/load-event.server.ts";
import { db } from "#app/platform/db.server.ts";
import { shareDrawing } from "#app/platform/share-picture.server.ts";
import { EventDrawing } from "#app/site/event-drawing.tsx";

/** Open to everybody: the picture that stands for an event where its link is shared. */
export async function loader({ params }: LoaderFunctionArgs): Promise<Response> {
  const event = await loadPublishedEvent(db(), params.slug ?? "");
  if (!event) throw new Response(null, { status: 404 });
  const picture = await shareDrawing(
    renderToStaticMarkup(<EventDrawing name={event.plan.drawing} />),
  );
  return new Response(new Uint8Array(picture), {
    headers: { "Content-Type": "image/png", "Cache-Control": "public, max-age=86400" },
  });
}
