import { overtakeVisits } from "#app/modules/adjustments/overtake.server.ts";
import type { Feature } from "#app/modules/feature.ts";
import { db } from "#app/platform/db.server.ts";
import { eraseVisits } from "./erase-visits.server.ts";
import { importServiceOrders, orderImportContext } from "./import-service-orders.server.ts";
import { APART_DAYS } from "./order-match.ts";
import { visitAct } from "./typed-order.server.ts";
import { countOrdersToUndo, undoOrders } from "./undo-orders.server.ts";
import { writeTakenBack } from "./write-taken-back.server.ts";

export const serviceFeature: Feature = {
  erasure: { erase: eraseVisits },
  tasks: { "overtake-visits": () => overtakeVisits(db(), APART_DAYS) },
  schedule: [{ task: "overtake-visits", cron: "*/10 * * * *" }],
  handActs: [visitAct],
  fileKinds: [
    {
      kind: "service-orders",
      bringIn: importServiceOrders,
      countToUndo: countOrdersToUndo,
      async undo(importId, bookAt) {
        const context = await orderImportContext(bookAt);
        return (on, page) => undoOrders(on, importId, page, context);
      },
      tellUndone: writeTakenBack,
    },
  ],
};
