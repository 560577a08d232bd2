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
          union all
          select min(settled_at) from service_order o
          where payment_word is not null and state = 'settled' and not exists (
            select from order_word said where said.kind = 'payment'
              and (said.word = o.payment_word or said.word = any(string_to_array(o.payment_word, '+'))))
          group by payment_word
          union all
          select min(created_at) from import_row_unread unread
          where not exists (select from order_word said where said.kind = 'work' and said.word = unread.word)
          group by word
        ) question`,
    },
  ],
};
