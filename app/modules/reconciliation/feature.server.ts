import { z } from "zod";
import type { Feature } from "#app/modules/feature.ts";
import { askForDays } from "./ask-for-days.server.ts";
import { missingDays, openDifferences } from "./load-differences.server.ts";
import { reconcileDay } from "./reconcile-day.server.ts";

const OfDay = z.object({ day: z.iso.date() });

export const reconciliationFeature: Feature = {
  tasks: {
    "ask-for-days": () => askForDays(),
    "reconcile-day": (payload, { signal }) => reconcileDay(OfDay.parse(payload).day, signal),
  },
  schedule: [{ task: "ask-for-days", cron: "20,50 * * * *" }],
  waiting: [
    {
      name: "differences",
      permission: "payments.reconcile",
      kind: "queue",
      page: "/admin/payments/reconciliation",
      find: () => openDifferences,
    },
    {
      name: "unreadDays",
      permission: "payments.reconcile",
      kind: "fault",
      page: "/admin/payments/reconciliation",
      find: () => missingDays,
    },
  ],
};
