import type { Feature } from "#app/modules/feature.ts";

export const membersFeature: Feature = {
  erasure: {
    erase: (db, { personId }) => db.savedFilter.deleteMany({ where: { personId } }),
  },
};
