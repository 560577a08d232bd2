import type { LoaderFunctionArgs } from "@remix-run/node";
import { readOwnerRequest } from "#app/routes/shell/owner-request.server.ts";
import { pictureFile } from "../parts/picture-file.server.ts";

/** Members whose party came: a picture of the event's album, while it may be seen. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const { member } = await readOwnerRequest(request);
  return pictureFile(request, params, { slug: params.slug ?? "" }, { memberId: member.id });
}
