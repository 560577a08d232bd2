import type { LoaderFunctionArgs } from "@remix-run/node";
import { ARCHIVES } from "#app/modules/albums/limits.ts";
import { packAlbum } from "#app/modules/albums/pack-album.server.ts";
import { bodyOf, goOnOf } from "#app/platform/http/takes-more.server.ts";
import { consumeAttempt } from "#app/platform/rate-limit.server.ts";
import { readOwnerRequest } from "#app/routes/shell/owner-request.server.ts";

/** Members whose party came: all that they may see of the event's album in one archive. `?ours=1` those with them. */
export async function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  const { member, t } = await readOwnerRequest(request);
  const slug = params.slug ?? "";
  const onlyOurs = new URL(request.url).searchParams.has("ours");
  const album = { which: { slug }, viewer: { memberId: member.id }, onlyOurs };
  if (request.method !== "HEAD") {
    const turn = await consumeAttempt(ARCHIVES, `member:${member.id}`);
    if (!turn.ok) throw new Response(null, { status: 429 });
  }
  const archive = await packAlbum(album, { t, goOn: goOnOf(context) });
  if (!archive) throw new Response(null, { status: 404 });
  return new Response(request.method === "HEAD" ? null : bodyOf(archive), {
    headers: {
      "Content-Type": "application/zip",
      "Content-Disposition": `attachment; filename="${slug}.zip"`,
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
