import type { LoaderFunctionArgs } from "@remix-run/node";
import { loadPaper } from "#app/modules/contest-results/load-public-results.server.ts";
import { db } from "#app/platform/db.server.ts";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";

/** Open to everybody: all that a published ranking follows from, by numbers alone. Its SHA-256 is the fingerprint. */
export async function loader({ params }: LoaderFunctionArgs) {
  const paper = await loadPaper(db(), rowIdIn(params.id), rowIdIn(params.version));
  if (paper === null) throw new Response(null, { status: 404 });
  return new Response(paper, {
    headers: {
      "Content-Type": "text/plain; charset=utf-8",
      "Cache-Control": "no-cache",
      "X-Robots-Tag": "noindex",
    },
  });
}
