import type { LoaderFunctionArgs } from "@remix-run/node";
import { loadPrizePaper } from "#app/modules/draws/load-prize-tables.server.ts";
import { db } from "#app/platform/db.server.ts";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";

/** Open to everybody: a table of prizes as it was promised. Its SHA-256 is the fingerprint. */
export async function loader({ params }: LoaderFunctionArgs) {
  const paper = await loadPrizePaper(db(), rowIdIn(params.id));
  if (paper === null) throw new Response(null, { status: 404 });
  return new Response(paper, {
    headers: {
      "Content-Type": "text/plain; charset=utf-8",
      "Cache-Control": "no-cache",
      "X-Robots-Tag": "noindex",
    },
  });
}
