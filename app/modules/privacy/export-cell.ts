import type { ClubTime } from "#app/platform/club-time.ts";
import { formatMoney } from "#app/platform/words/format.ts";
import type { Locale } from "#app/platform/words/locale.ts";

/** A value of an export. Money is in minor units of the club's currency. */
export type ExportCell =
  | string
  | number
  | boolean
  | Date
  | null
  | { minor: number; currency: string };

/** As a program reads it: instants in UTC, money in minor units. */
export function jsonCell(cell: ExportCell): unknown {
  return cell instanceof Date ? cell.toISOString() : cell;
}

/** As a person reads it in a spreadsheet: instants by the club's clock, money as it is written. */
export function csvCell(
  cell: ExportCell,
  { time, locale, yes, no }: { time: ClubTime; locale: Locale; yes: string; no: string },
): string | number | null {
  if (cell instanceof Date) return clubMoment(cell, time);
  if (typeof cell === "boolean") return cell ? yes : no;
  if (cell === null || typeof cell !== "object") return cell;
  return formatMoney(cell.minor, cell.currency, locale);
}

/** `2026-11-21 18:05`: a spreadsheet of any language takes it for a date. */
function clubMoment(instant: Date, time: ClubTime): string {
  const day = time.dayOf(instant);
  const minutes = Math.floor((instant.getTime() - time.startOfDay(day).getTime()) / 60_000);
  const two = (part: number) => String(part).padStart(2, "0");
  return `${day} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
