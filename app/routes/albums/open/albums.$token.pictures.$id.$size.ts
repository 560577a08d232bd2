import type { LoaderFunctionArgs } from "@remix-run/node";
import { pictureFile } from "../parts/picture-file.server.ts";
import { viewerOf } from "../parts/shared-album.server.ts";

/** Whoever has the address that a family shares: a picture of the album, while it may be seen. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  return pictureFile(request, params, "of-link", viewerOf(params.token));
}
