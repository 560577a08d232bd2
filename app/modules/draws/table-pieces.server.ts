import type { PromiseState } from "#app/modules/stock/promise-piece.server.ts";
import type { Db } from "#app/platform/db.server.ts";

/** The piece that is kept for a turn at a table of prizes; those of its prize were won in the order of the turns. */
export type TurnPiece = { turnId: number; stockPromiseId: number; state: PromiseState };

/** The pieces of turns that won a gift of the catalogue; other turns have none. */
export async function loadTurnPieces(
  on: Db,
  tableIds: readonly number[],
): Promise<Map<number, TurnPiece>> {
  const rows = await on.$queryRaw<TurnPiece[]>`
    select turn.id as "turnId", promise.id as "stockPromiseId", promise.state
    from (select id, prize_id, row_number() over (partition by prize_id order by turn) as piece
      from prize_turn where table_id = any(${[...tableIds]})) turn
    join prize_table_piece kept on kept.prize_id = turn.prize_id and kept.piece = turn.piece
    join stock_promise promise on promise.id = kept.stock_promise_id`;
  return new Map(rows.map((row) => [row.turnId, row]));
}

/** The promises of pieces that no turn has won. */
export async function loadUnwonPieces(on: Db, tableId: number): Promise<number[]> {
  const rows = await on.$queryRaw<{ id: number }[]>`
    select kept.stock_promise_id as id
    from prize_table_prize prize join prize_table_piece kept on kept.prize_id = prize.id
    where prize.table_id = ${tableId}
      and kept.piece > (select count(*) from prize_turn turn where turn.prize_id = prize.id)`;
  return rows.map(({ id }) => id);
}
