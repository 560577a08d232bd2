import type { Feature } from "#app/modules/feature.ts";
import { eraseWaysIn } from "./erase-ways-in.server.ts";
import { exportTables } from "./export-tables.server.ts";
import { sweepSecurity } from "./sweep-security.server.ts";

export const securityFeature: Feature = {
  sweeps: [sweepSecurity],
  exportTables,
  erasure: { erase: eraseWaysIn },
};
