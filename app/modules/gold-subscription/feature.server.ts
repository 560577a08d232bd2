import { z } from "zod";
import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Feature } from "#app/modules/feature.ts";
import { applyCustomer } from "./apply-customer.server.ts";
import { endSubscription } from "./end-subscription.server.ts";
import { exportTables } from "./export-tables.server.ts";
import { eraseSubscriber, leaveStripe } from "./leave.server.ts";
import { pollSubscribers } from "./poll-subscribers.server.ts";
import { remindOfRenewals } from "./remind-renewals.server.ts";
import { renewedDues } from "./renewed-dues.server.ts";

const OfSubscription = z.object({ subscription: z.string() });
const OfMember = z.object({ memberId: z.number() });

export const goldSubscriptionFeature: Feature = {
  payables: [renewedDues],
  tasks: {
    "apply-customer": (payload, _job, { payables }) => applyCustomer(payload, payables),
    "end-subscription": (payload, _job, { payables }) =>
      endSubscription(OfSubscription.parse(payload).subscription, payables),
    "leave-stripe": (payload, _job, { payables }) =>
      leaveStripe(OfMember.parse(payload).memberId, payables),
    "poll-subscribers": (_payload, _job, { payables }) => pollSubscribers(payables),
    "remind-of-renewals": (_payload, _job, { payables }) => remindOfRenewals(payables),
  },
  schedule: [
    { task: "poll-subscribers", cron: "*/5 * * * *" },
    { task: "remind-of-renewals", cron: "25 * * * *" },
  ],
  exportTables,
  erasure: {
    erase: eraseSubscriber,
    remains: Prisma.sql`
      exists (select from gold_subscriber
        where gold_subscriber.member_id = member.id and gold_subscriber.customer_id is not null)`,
  },
};
