import type { Feature } from "#app/modules/feature.ts";
import { endUnpaid } from "./end-unpaid.server.ts";
import { eraseRegistrations, forgetCare, LEFT_OPEN } from "./erase-registrations.server.ts";
import { eventPayable } from "./event-payable.server.ts";
import { exportTables } from "./export-tables.server.ts";
import {
  GIVE_BACK,
  GiveBackAsked,
  giveBackEventMoney,
  refundCancelledEvents,
} from "./refund-event.server.ts";
import { tendLines } from "./tend-lines.server.ts";

export const registrationsFeature: Feature = {
  payables: [eventPayable],
  tasks: {
    "tend-event-lines": () => tendLines(),
    "end-unpaid-parties": () => endUnpaid(),
    "refund-cancelled-events": () => refundCancelledEvents(),
    [GIVE_BACK]: (payload) => giveBackEventMoney(GiveBackAsked.parse(payload)),
  },
  schedule: [
    { task: "tend-event-lines", cron: "* * * * *" },
    { task: "end-unpaid-parties", cron: "*/5 * * * *" },
    { task: "refund-cancelled-events", cron: "*/5 * * * *" },
  ],
  sweeps: [forgetCare],
  exportTables,
  erasure: { erase: eraseRegistrations, remains: LEFT_OPEN },
};
