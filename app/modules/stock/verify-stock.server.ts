import type { Db } from "#app/platform/db.server.ts";

/** What is wrong with the books of the shelves; empty when they agree. */
export type StockBreach = { rule: string; itemId: number; storeId: number | null };

/**
 * Checks that every shelf is the sum of its movements, and that what is promised of it is what open redemptions and
 * promises wait for: reserved + free + handed over = what came in.
 */
export async function verifyStock(on: Db): Promise<StockBreach[]> {
  return on.$queryRaw<StockBreach[]>`
    with moved as (
      select item_id, store_id, sum(on_hand)::int as on_hand, sum(reserved)::int as reserved
      from stock_movement group by item_id, store_id
    ), promised as (
      select item_id, store_id, sum(quantity)::int as reserved
      from (
        select stock_item_id as item_id, stock_store_id as store_id, quantity
        from redemption where state in ('requested', 'ready')
        union all select item_id, store_id, 1 from stock_promise where state = 'promised'
      ) waits group by 1, 2
    ), shelf as (
      select coalesce(level.item_id, moved.item_id) as item_id,
        coalesce(level.store_id, moved.store_id) as store_id,
        coalesce(level.on_hand, 0) as on_hand, coalesce(level.reserved, 0) as reserved,
        coalesce(moved.on_hand, 0) as moved, coalesce(moved.reserved, 0) as moved_reserved
      from stock_level level
      full join moved on moved.item_id = level.item_id and moved.store_id is not distinct from level.store_id
    )
    select 'shelf = movements' as rule, item_id as "itemId", store_id as "storeId"
    from shelf where on_hand <> moved or reserved <> moved_reserved
    union all
    select 'promised = open redemptions', coalesce(shelf.item_id, promised.item_id),
      coalesce(shelf.store_id, promised.store_id)
    from shelf
    full join promised
      on promised.item_id = shelf.item_id and promised.store_id is not distinct from shelf.store_id
    where coalesce(shelf.reserved, 0) <> coalesce(promised.reserved, 0)`;
}
