import type { Feature } from "#app/modules/feature.ts";
import { exportTables } from "./export-tables.server.ts";

export const judgingFeature: Feature = { exportTables };
