import type { Feature } from "#app/modules/feature.ts";
import { eraseVisits } from "./erase-visits.server.ts";
import { importServiceOrders, orderImportContext } from "./import-service-orders.server.ts";
import { countOrdersToUndo, undoOrders } from "./undo-orders.server.ts";
import { writeTakenBack } from "./write-taken-back.server.ts";

export const serviceFeature: Feature = {
  erasure: { erase: eraseVisits },
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
