import type { LoaderFunctionArgs } from "@remix-run/node";
import { pictureSizes } from "#app/modules/contests/entries-of.server.ts";
import { findPictureToJudge } from "#app/modules/judging/find-picture.server.ts";
import { db } from "#app/platform/db.server.ts";
import { pictureResponse } from "#app/platform/kept-pictures.server.ts";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { requireJudge } from "../parts/judge-request.server.ts";

/** Whoever has a judge's link, while they judge: a picture of their contest, asked for anew each time. */
export async function loader({ params }: LoaderFunctionArgs) {
  const judge = await requireJudge(params.token);
  if (judge.state !== "judging") throw new Response(null, { status: 410 });
  const size = pictureSizes.find((each) => each === params.size);
  const picture = rowIdIn(params.picture);
  const mediaId = size ? await findPictureToJudge(db(), judge, picture, size) : null;
  const response =
    mediaId === null ? null : await pictureResponse(db(), mediaId, { isPrivate: true });
  if (!response) throw new Response(null, { status: 404 });
  return response;
}
