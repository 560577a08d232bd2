import type { LoaderFunctionArgs } from "@remix-run/node";
import { loadClaimPhoto } from "#app/modules/claims/load-claim-photo.server.ts";
import { db } from "#app/platform/db.server.ts";
import { pictureResponse } from "#app/platform/kept-pictures.server.ts";
import { readOwnerRequest } from "#app/routes/shell/owner-request.server.ts";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";

/** Members: the photo of their own claim. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { member } = await readOwnerRequest(request);
  const of = { claimId: rowIdIn(params.id), memberId: member.id };
  const photo = await loadClaimPhoto(db(), of);
  const picture = photo && (await pictureResponse(db(), photo, { isPrivate: true }));
  if (!picture) throw new Response(null, { status: 404 });
  return picture;
}
