import type { LoaderFunctionArgs } from "@remix-run/node";
import { loadPublicDraw } from "#app/modules/draws/load-public-draw.server.ts";
import { db } from "#app/platform/db.server.ts";

/** Open to everybody: what a draw's result is computed from, and who was drawn. */
export async function loader({ params }: LoaderFunctionArgs) {
  const draw = await loadPublicDraw(db(), params.slug ?? "");
  if (!draw?.published) throw new Response(null, { status: 404 });
  const prizes = draw.prizes.reduce((sum, { count }) => sum + count, 0);
  const text = JSON.stringify({ format: "marque-draw-1", prizes, ...draw.published }, null, 2);
  return new Response(`${text}\n`, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Cache-Control": "no-cache",
      "X-Robots-Tag": "noindex",
    },
  });
}
