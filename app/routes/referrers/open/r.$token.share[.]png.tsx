import { renderToStaticMarkup } from "react-dom/server";
import { shareDrawing } from "#app/platform/share-picture.server.ts";
import { CarFrontDrawing } from "#app/ui/drawings/car-front.tsx";

/** Open to everybody: the picture that stands for a referrer's link where it is shared; it is the same for all. */
export async function loader(): Promise<Response> {
  const picture = await shareDrawing(renderToStaticMarkup(<CarFrontDrawing />));
  return new Response(new Uint8Array(picture), {
    headers: { "Content-Type": "image/png", "Cache-Control": "public, max-age=86400" },
  });
}
