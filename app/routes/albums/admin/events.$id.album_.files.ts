import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { findSent } from "#app/modules/albums/receive-upload.server.ts";
import { FORM_BYTES, takePlainForm } from "#app/modules/albums/take-plain-form.server.ts";
import { readForm } from "#app/platform/http/multipart.server.ts";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { serveUpload } from "../parts/upload-request.server.ts";

/** Whoever keeps albums: which files they have sent of late, so that those that are chosen again are known. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { staff } = await readStaffRequest(request, "albums.keep");
  const sent = await findSent(rowIdIn(params.id), staff.id);
  return Response.json(sent, { headers: { "Cache-Control": "private, no-store" } });
}

/** Whoever keeps albums: begins an upload; a form without a script brings its pictures here as they are. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "albums.keep");
  const of = { eventId: rowIdIn(params.id), by: staff.id };
  const type = request.headers.get("Content-Type");
  if (!type?.startsWith("multipart/form-data")) return serveUpload(request, of, null);
  // In Node the body of a request can be iterated; the DOM's types do not say so.
  const body = request.body as unknown as AsyncIterable<Uint8Array> | null;
  const { taken, tooLarge, stopped } = await takePlainForm(readForm(body, type, FORM_BYTES), of);
  if (stopped === "no-such-event") throw new Response(null, { status: 404 });
  const news = new URLSearchParams({ taken: String(taken) });
  if (tooLarge > 0) news.set("large", String(tooLarge));
  if (stopped) news.set("stopped", stopped);
  return redirect(`/admin/events/${of.eventId}/album?${news}`);
}
