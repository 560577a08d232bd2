import type { Feature } from "#app/modules/feature.ts";
import { duesPayable } from "./dues-payable.server.ts";
import { eraseDues, LEFT_OPEN } from "./erase-dues.server.ts";
import { exportTables } from "./export-tables.server.ts";
import { lapseOwedYears } from "./lapse-owed-years.server.ts";

export const duesFeature: Feature = {
  payables: [duesPayable],
  tasks: { "lapse-owed-years": () => lapseOwedYears() },
  schedule: [{ task: "lapse-owed-years", cron: "31 * * * *" }],
  exportTables,
  erasure: { erase: eraseDues, remains: LEFT_OPEN },
};
