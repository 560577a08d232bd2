import type { LoaderFunctionArgs } from "@remix-run/node";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { db } from "#app/platform/db.server.ts";
import { pictureResponse } from "#app/platform/kept-pictures.server.ts";

/** Open to everybody: the club's logo, and no other picture. */
export async function loader({ params }: LoaderFunctionArgs): Promise<Response> {
  const { logoId } = await loadClub();
  const picture =
    logoId !== null && String(logoId) === params.id
      ? await pictureResponse(db(), logoId, { immutable: true, isPrivate: false })
      : null;
  if (!picture) throw new Response(null, { status: 404 });
  return picture;
}
