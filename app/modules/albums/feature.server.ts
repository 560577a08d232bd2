import type { Feature } from "#app/modules/feature.ts";
import { eraseTags, STILL_TAGGED } from "./erase-tags.server.ts";
import { exportTables } from "./export-tables.server.ts";
import { sweepRemoved } from "./remove-pictures.server.ts";

export const albumsFeature: Feature = {
  sweeps: [sweepRemoved],
  exportTables,
  erasure: { erase: (tx, leaver) => eraseTags(tx, leaver), remains: STILL_TAGGED },
};
