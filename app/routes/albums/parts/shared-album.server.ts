import { linkHash } from "#app/modules/albums/album-links.server.ts";

/**
 * Whoever comes by an address that a family shares.
 *
 * @throws Response 404 for what no address of ours ends in.
 */
export function viewerOf(token: string | undefined) {
  const link = linkHash(token);
  if (!link) throw new Response(null, { status: 404 });
  return { link };
}

/** What leads to it is not told to any other site, and no copy of it is kept on the way. */
export const SHARED_HEADERS = {
  "Cache-Control": "private, no-store",
  "Referrer-Policy": "no-referrer",
  "X-Robots-Tag": "noindex",
};
