import { Server } from "@tus/server";
import { z } from "zod";
import { UploadStore } from "#app/modules/albums/upload-store.server.ts";
import { PHOTO_BYTES } from "#app/platform/pictures.server.ts";

const PATCH = "X-HTTP-Method-Override";

/** Locks are the database's: what is written says where in the file it begins, and only one can begin there. */
const NO_LOCKS = { newLock: () => ({ lock: async () => {}, unlock: async () => {} }) };

/**
 * Answers a request of the tus protocol for one person and one event's album. Pages know no other methods than GET,
 * HEAD and POST, so a piece comes as a POST that says that it is a PATCH, as the protocol foresees.
 *
 * @param uploadId of the address; null for the address at which uploads begin.
 */
export function serveUpload(
  request: Request,
  of: { eventId: number; by: number },
  uploadId: string | null,
): Promise<Response> {
  if (uploadId !== null && !z.uuid().safeParse(uploadId).success) {
    throw new Response(null, { status: 404 });
  }
  const isPiece = request.method === "POST" && request.headers.get(PATCH) === "PATCH";
  if (isPiece !== (uploadId !== null) && request.method !== "HEAD") {
    throw new Response(null, { status: 405 });
  }
  const server = new Server({
    path: `/admin/events/${of.eventId}/album/files`,
    datastore: new UploadStore(of),
    locker: NO_LOCKS,
    maxSize: PHOTO_BYTES,
    relativeLocation: true,
    allowedOrigins: () => false,
  });
  return server.handleWeb(isPiece ? asPatch(request) : request);
}

function asPatch(request: Request): Request {
  const { url, headers, body, signal } = request;
  // A body that is still arriving has to be said to go one way; the DOM's types do not know of it.
  const init = { method: "PATCH", headers, body, signal, duplex: "half" };
  return new Request(url, init as RequestInit);
}
