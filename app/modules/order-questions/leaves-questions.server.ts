import type { Db } from "#app/platform/db.server.ts";

/** Whether rows of an import leave something open: words, a store, or which order they are about. */
export async function leavesQuestions(db: Db, importId: number): Promise<boolean> {
  const [row] = await db.$queryRaw<[{ asks: boolean }]>`
    select exists (select from order_row_waiting where import_id = ${importId} and left_out_at is null)
      or exists (select from store where first_import_id = ${importId} and asked_since is not null)
      or exists (select from import_row_unread unread where import_id = ${importId}
        and not exists (select from order_word said where said.kind = 'work' and said.word = unread.word))
      or exists (select from service_order_version where import_id = ${importId}
        and content ->> 'paymentWord' is not null) as asks`;
  return row.asks;
}
