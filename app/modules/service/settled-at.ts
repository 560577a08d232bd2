import { type CellDate, readCellDate } from "#app/platform/cell-date.ts";
import type { ClubTime, Day } from "#app/platform/club-time.ts";

/** What a date is read against. */
export type SettlementBounds = {
  time: ClubTime;
  /** The last instant a settled order can have; a date beyond it is a slip, not an order. */
  latest: Date;
};

/** No workshop's system reaches further back; it also keeps a stray small number from being a date. */
const earliestDay: Day = "1990-01-01";

/**
 * When an order was settled, in any spelling `readCellDate` knows. Null when the cell holds no date, or
 * one before 1990 or after `latest`: nothing is settled in the future.
 */
export function readSettledAt(cell: string, { time, latest }: SettlementBounds): CellDate | null {
  const settled = readCellDate(cell, time);
  return settled && settled.day >= earliestDay && settled.at <= latest ? settled : null;
}
