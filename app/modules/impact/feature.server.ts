import type { Feature } from "#app/modules/feature.ts";
import { exportTables } from "./export-tables.server.ts";

/**
 * Nothing of it is erased: a count is of a party, whose names and member go with the registrations, and stays in what
 * the club did in all.
 */
export const impactFeature: Feature = { exportTables };
