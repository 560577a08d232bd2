import { z } from "zod";
import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Feature } from "#app/modules/feature.ts";
import { eraseTags, STILL_TAGGED } from "./erase-tags.server.ts";
import { eraseViews, STILL_SHARED } from "./erase-views.server.ts";
import { exportTables } from "./export-tables.server.ts";
import { keepUploaded } from "./keep-uploaded.server.ts";
import { OBJECTIONS_WAITING } from "./object-to-picture.server.ts";
import { sweepRemoved } from "./remove-pictures.server.ts";
import { sweepUploads } from "./sweep-uploads.server.ts";

const OneUpload = z.object({ uploadId: z.uuid() });

export const albumsFeature: Feature = {
  tasks: {
    "keep-album-picture": (payload, { lastAttempt }) =>
      keepUploaded(OneUpload.parse(payload).uploadId, lastAttempt),
  },
  sweeps: [sweepUploads, sweepRemoved],
  exportTables,
  erasure: {
    erase: async (tx, leaver) => {
      await eraseTags(tx, leaver);
      await eraseViews(tx, leaver);
    },
    remains: Prisma.sql`(${STILL_TAGGED} or ${STILL_SHARED})`,
  },
  waiting: [
    {
      name: "album-objections",
      permission: "albums.keep",
      kind: "queue",
      page: "/admin/albums/objections",
      find: () => OBJECTIONS_WAITING,
    },
  ],
};
