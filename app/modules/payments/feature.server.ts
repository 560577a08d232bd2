import { z } from "zod";
import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Feature } from "#app/modules/feature.ts";
import { applyStripe } from "./apply-stripe.server.ts";
import { erasePayments } from "./erase-payments.server.ts";
import { exportTables } from "./export-tables.server.ts";
import { waitingTasks } from "./payment-tasks.server.ts";
import { pollStripe } from "./poll-stripe.server.ts";
import { sweepEvents } from "./receive-event.server.ts";
import { returnPayment } from "./return-payment.server.ts";
import { sendRefund } from "./send-refund.server.ts";

const OfCheckout = z.object({ checkoutId: z.number() });
const OfRefund = z.object({ refundId: z.number() });

export const paymentsFeature: Feature = {
  tasks: {
    "apply-stripe": (payload, _job, { payables }) => applyStripe(payload, payables),
    "return-payment": (payload) => returnPayment(OfCheckout.parse(payload).checkoutId),
    "send-refund": (payload) => sendRefund(OfRefund.parse(payload).refundId),
    "poll-stripe": (_payload, _job, { payables }) => pollStripe(payables),
  },
  schedule: [{ task: "poll-stripe", cron: "* * * * *" }],
  sweeps: [sweepEvents],
  exportTables,
  waiting: [
    {
      name: "payments",
      permission: "payments.refund",
      kind: "queue",
      page: "/admin/payments/to-do",
      find: () => waitingTasks,
    },
  ],
  erasure: {
    erase: erasePayments,
    remains: Prisma.sql`
      exists (select from payment where member_id = member.id and state = 'open')`,
  },
};
