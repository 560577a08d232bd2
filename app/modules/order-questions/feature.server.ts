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
        select jsonb_build_object('count', count(*), 'oldest', min(since))
        from (
          select created_at as since from order_row_waiting
          where left_out_at is null and asks_store_id is null
          union all
          select asked_since from store where asked_since is not null
        ) question`,
    },
  ],
};
