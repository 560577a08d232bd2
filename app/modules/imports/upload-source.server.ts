import { db } from "#app/platform/db.server.ts";
import type { TableSource } from "#app/platform/table-file.server.ts";

/** The bytes of an upload, piece by piece; no node needs a disk for it. */
export function uploadSource(uploadId: number): TableSource {
  return async function* () {
    for (let after = -1; ; ) {
      const piece = await db().uploadPiece.findFirst({
        where: { uploadId, position: { gt: after } },
        orderBy: { position: "asc" },
      });
      if (!piece) return;
      yield piece.content;
      after = piece.position;
    }
  };
}
