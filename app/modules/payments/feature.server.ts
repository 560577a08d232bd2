import { z } from "zod";
import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Feature } from "#app/modules/feature.ts";
import { applyStripe } from "./apply-stripe.server.ts";
import { erasePayments } from "./erase-payments.server.ts";
import { exportTables } from "./export-tables.server.ts";
import { pollStripe } from "./poll-stripe.server.ts";
import { returnPayment } from "./return-payment.server.ts";
import { sweepEvents } from "./sweep-events.server.ts";

const OfCheckout = z.object({ checkoutId: z.number() });

export const paymentsFeature: Feature = {
  tasks: {
    "apply-stripe": (payload, _job, { payables }) => applyStripe(payload, payables),
    "return-payment": (payload) => returnPayment(OfCheckout.parse(payload).checkoutId),
    "poll-stripe": (_payload, _job, { payables }) => pollStripe(payables),
  },
  schedule: [{ task: "poll-stripe", cron: "* * * * *" }],
  sweeps: [sweepEvents],
  exportTables,
  erasure: {
    erase: erasePayments,
    remains: Prisma.sql`
      exists (select from payment where member_id = member.id and state = 'open')`,
  },
};
