import type { Feature } from "#app/modules/feature.ts";
import { eraseDues, LEFT_OPEN } from "./erase-dues.server.ts";
import { exportTables } from "./export-tables.server.ts";
import { lapseOwedYears } from "./lapse-owed-years.server.ts";

/** How a year is told of its money is the subscriptions' to hand on (`renewedDues`): they may have paid for it. */
export const duesFeature: Feature = {
  tasks: { "lapse-owed-years": () => lapseOwedYears() },
  schedule: [{ task: "lapse-owed-years", cron: "31 * * * *" }],
  exportTables,
  erasure: { erase: eraseDues, remains: LEFT_OPEN },
};
