import { ROLES } from "#app/modules/access/roles.ts";
import { withdrawRoles } from "#app/modules/access/write-roles.server.ts";
import type { Feature } from "#app/modules/feature.ts";

export const staffFeature: Feature = {
  erasure: {
    erase: (db, { personId }) => withdrawRoles(db, personId, ROLES),
  },
};
