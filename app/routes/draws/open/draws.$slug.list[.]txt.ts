import type { LoaderFunctionArgs } from "@remix-run/node";
import { loadPaper } from "#app/modules/draws/load-public-draw.server.ts";
import { db } from "#app/platform/db.server.ts";

/** Open to everybody: a draw's list as it was frozen, by numbers alone. Its SHA-256 is the fingerprint. */
export async function loader({ params }: LoaderFunctionArgs) {
  const paper = await loadPaper(db(), params.slug ?? "");
  if (paper === null) throw new Response(null, { status: 404 });
  return new Response(paper, {
    headers: {
      "Content-Type": "text/plain; charset=utf-8",
      "Cache-Control": "no-cache",
      "X-Robots-Tag": "noindex",
    },
  });
}
