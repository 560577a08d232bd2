import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Feature } from "#app/modules/feature.ts";

export const orderQuestionsFeature: Feature = {
  waiting: [
    {
      name: "orderQuestions",
      permission: "orders.answer",
      kind: "queue",
      page: "/admin/order-questions",
      find: () => Prisma.sql`
        select jsonb_build_object('count', count(*), 'oldest', min(created_at))
        from order_row_waiting where left_out_at is null`,
    },
  ],
};
