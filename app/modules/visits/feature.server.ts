import { overtakeVisits } from "#app/modules/adjustments/overtake.server.ts";
import type { Feature } from "#app/modules/feature.ts";
import { APART_DAYS } from "#app/modules/service/order-match.ts";
import { db } from "#app/platform/db.server.ts";
import { visitAct } from "./typed-order.server.ts";

export const visitsFeature: Feature = {
  tasks: { "overtake-visits": () => overtakeVisits(db(), APART_DAYS) },
  schedule: [{ task: "overtake-visits", cron: "*/10 * * * *" }],
  handActs: [visitAct],
};
