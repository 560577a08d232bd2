import { type CellDate, readCellDate } from "#app/platform/cell-date.ts";
import type { ClubTime, Day } from "#app/platform/club-time.ts";

/** What a date is read against. */
export type SettlementBounds = {
  time: ClubTime;
  /** The first instant a settled order cannot have; a date from there on is a slip, not an order. */
  before: Date;
};

/** Orders are taken up to the end of the club's present day: files name days, and clocks differ. */
export function settlementBounds(time: ClubTime, now: Date): SettlementBounds {
  return { time, before: time.endOfDay(time.dayOf(now)) };
}

/** No workshop's system reaches further back; it also keeps a stray small number from being a date. */
const earliestDay: Day = "1990-01-01";

/**
 * When an order was settled, in any spelling `readCellDate` knows. Null when the cell holds no date, or
 * one before 1990 or from `before` on: nothing is settled in the future.
 */
export function readSettledAt(cell: string, { time, before }: SettlementBounds): CellDate | null {
  const settled = readCellDate(cell, time);
  return settled && settled.day >= earliestDay && settled.at < before ? settled : null;
}
