import { z } from "zod";
import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Feature } from "#app/modules/feature.ts";
import { adoptLateOrders } from "./adopt-late-orders.server.ts";
import { carAct } from "./begin-holding.server.ts";
import { eraseCars } from "./erase-cars.server.ts";
import { exportTables } from "./export-tables.server.ts";

const AdoptOrders = z.object({ holdingId: z.int() });

/** A car is confirmed or refused within so many days. */
const CAR_CLAIM_DAYS = 3;

export const garageFeature: Feature = {
  tasks: {
    "adopt-orders": (payload) => adoptLateOrders(AdoptOrders.parse(payload).holdingId),
  },
  exportTables,
  handActs: [carAct],
  erasure: {
    erase: eraseCars,
    remains: Prisma.sql`(
      exists (select from car_claim where member_id = member.id and state = 'open')
      or exists (select from car_holding where member_id = member.id and ends_at is null))`,
  },
  waiting: [
    {
      name: "carClaims",
      permission: "cars.confirm",
      kind: "queue",
      page: "/admin/cars",
      find: () => Prisma.sql`
        select jsonb_build_object('count', count(*),
          'late', count(*) filter (
            where created_at < now() - make_interval(days => ${CAR_CLAIM_DAYS}::int)),
          'oldest', min(created_at))
        from car_claim where state = 'open'`,
    },
  ],
};
