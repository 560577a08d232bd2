import type { LoaderFunctionArgs } from "@remix-run/node";
import { loadClaimPhoto } from "#app/modules/claims/load-claim-photo.server.ts";
import { db } from "#app/platform/db.server.ts";
import { pictureResponse } from "#app/platform/kept-pictures.server.ts";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";

/** Whoever answers claims: the photo of any of them. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await readStaffRequest(request, "claims.decide");
  const photo = await loadClaimPhoto(db(), { claimId: rowIdIn(params.id) });
  const picture = photo && (await pictureResponse(db(), photo, { isPrivate: true }));
  if (!picture) throw new Response(null, { status: 404 });
  return picture;
}
