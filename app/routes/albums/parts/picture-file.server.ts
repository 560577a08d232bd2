import { fileNameFor } from "#app/modules/albums/archive-name.ts";
import type { Which } from "#app/modules/albums/load-album.server.ts";
import { loadPictureFile, pictureSizes } from "#app/modules/albums/load-picture.server.ts";
import type { Viewer } from "#app/modules/albums/visible-pictures-sql.server.ts";
import { db } from "#app/platform/db.server.ts";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";

/**
 * A picture of an album as an answer of its own. A browser may keep it and must ask before it shows it again, so that
 * the answer to "is it still the same" is "there is none" from the moment at which it may not be seen.
 *
 * @throws Response 404 where there is none, or none for whoever asks.
 */
export async function pictureFile(
  request: Request,
  params: { id?: string | undefined; size?: string | undefined },
  which: Which,
  viewer: Viewer,
): Promise<Response> {
  const size = pictureSizes.find((each) => each === params.size);
  const known = /^"([0-9a-f]{64})"$/.exec(request.headers.get("If-None-Match") ?? "")?.[1] ?? null;
  const picture = { id: rowIdIn(params.id), which, known };
  const file = size ? await loadPictureFile(db(), { ...picture, size }, viewer) : null;
  if (!file) throw new Response(null, { status: 404, headers: { "Cache-Control": "no-store" } });
  const { content, mime, tag, fileName } = file;
  const headers = {
    "Cache-Control": "private, no-cache",
    Vary: "Cookie",
    ETag: `"${tag}"`,
    "X-Robots-Tag": "noindex",
  };
  if (!content) return new Response(null, { status: 304, headers });
  const saved = new URL(request.url).searchParams.has("save");
  const name = encodeURIComponent(fileNameFor(fileName, mime));
  return new Response(content, {
    headers: {
      ...headers,
      "Content-Type": mime,
      "Content-Length": String(content.length),
      "Content-Disposition": saved ? `attachment; filename*=UTF-8''${name}` : "inline",
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "default-src 'none'; sandbox",
    },
  });
}
