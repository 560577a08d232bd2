import type { Feature } from "#app/modules/feature.ts";
import { sweepNameSounds } from "#app/modules/person/sound-names.server.ts";

export const membersFeature: Feature = {
  sweeps: [sweepNameSounds],
  erasure: {
    erase: (db, { personId }) => db.savedFilter.deleteMany({ where: { personId } }),
  },
};
