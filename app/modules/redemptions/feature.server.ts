import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Feature } from "#app/modules/feature.ts";
import { eraseRedemptions, LEFT_OPEN } from "./erase-redemptions.server.ts";
import { exportTables } from "./export-tables.server.ts";
import { giftPayable } from "./gift-payable.server.ts";
import { issuePaidVouchers } from "./issue-paid-vouchers.server.ts";
import { lapseRedemptions } from "./lapse-redemptions.server.ts";
import { LATE } from "./load-redemption-queue.server.ts";
import { AWAITS_MONEY, SHORT } from "./redemption-sql.server.ts";
import { remindOfWaitingGifts } from "./remind-of-waiting-gifts.server.ts";
import { deliverOldParcels } from "./ship-redemption.server.ts";

export const redemptionsFeature: Feature = {
  payables: [giftPayable],
  tasks: {
    "issue-paid-vouchers": () => issuePaidVouchers(),
    "lapse-redemptions": () => lapseRedemptions(),
    "remind-of-waiting-gifts": () => remindOfWaitingGifts(),
    "deliver-old-parcels": () => deliverOldParcels(),
  },
  schedule: [
    { task: "issue-paid-vouchers", cron: "*/10 * * * *" },
    { task: "lapse-redemptions", cron: "27 * * * *" },
    { task: "remind-of-waiting-gifts", cron: "37 * * * *" },
    { task: "deliver-old-parcels", cron: "47 * * * *" },
  ],
  exportTables,
  erasure: { erase: eraseRedemptions, remains: LEFT_OPEN },
  waiting: [
    {
      name: "giftsToLayOut",
      permission: "redemptions.serve",
      kind: "queue",
      page: "/admin/redemptions",
      find: () => requested(Prisma.sql`redemption.fulfilment = 'collect'`),
    },
    {
      name: "giftsToShip",
      permission: "redemptions.serve",
      kind: "queue",
      page: "/admin/redemptions?show=to-ship",
      find: () => requested(Prisma.sql`redemption.fulfilment = 'ship'`),
    },
    {
      name: "giftsShort",
      permission: "redemptions.serve",
      kind: "fault",
      page: "/admin/redemptions?show=short",
      find: () => Prisma.sql`
        select jsonb_build_object('count', count(*)) from (${SHORT}) short`,
    },
  ],
};

/** What only waits for the dealership: how many, how many for too long, and since when. */
const requested = (which: Prisma.Sql) => Prisma.sql`
  select jsonb_build_object('count', count(*), 'late', count(*) filter (where ${LATE}),
    'oldest', min(redemption.created_at))
  from redemption where redemption.state = 'requested' and not ${AWAITS_MONEY} and ${which}`;
