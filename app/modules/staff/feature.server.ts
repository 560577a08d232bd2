import type { Feature } from "#app/modules/feature.ts";

export const staffFeature: Feature = {
  erasure: {
    erase: (db, { personId }) => db.roleGrant.deleteMany({ where: { personId } }),
  },
};
