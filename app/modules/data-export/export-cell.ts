import type { ClubTime } from "#app/platform/club-time.ts";
import { formatMoney } from "#app/platform/words/format.ts";
import type { Locale } from "#app/platform/words/locale.ts";
import type { Translate } from "#app/platform/words/translate.ts";
import { isExportCode } from "./export-codes.ts";

/** A value of an export. Money is in minor units of the club's currency. */
export type ExportCell =
  | string
  | number
  | boolean
  | Date
  | null
  | { minor: number; currency: string }
  | { code: string };

/** A word of the database: see export-codes.ts. */
export function code(word: string | null): ExportCell {
  return word === null ? null : { code: word };
}

/** As a program reads it: instants in UTC, money in minor units. */
export function jsonCell(cell: ExportCell): unknown {
  if (cell instanceof Date) return cell.toISOString();
  return cell !== null && typeof cell === "object" && "code" in cell ? cell.code : cell;
}

/** As a person reads it in a spreadsheet: instants by the club's clock, money as it is written. */
export function csvCell(
  cell: ExportCell,
  { time, locale, t }: { time: ClubTime; locale: Locale; t: Translate },
): string | number | null {
  if (cell instanceof Date) return clubMoment(cell, time);
  if (typeof cell === "boolean") return t(cell ? "export.yes" : "export.no");
  if (cell === null || typeof cell !== "object") return cell;
  if ("code" in cell) return isExportCode(cell.code) ? t(`export.code.${cell.code}`) : cell.code;
  return formatMoney(cell.minor, cell.currency, locale);
}

/** `2026-11-21 18:05`: a spreadsheet of any language takes it for a date. */
function clubMoment(instant: Date, time: ClubTime): string {
  const day = time.dayOf(instant);
  const minutes = Math.floor((instant.getTime() - time.startOfDay(day).getTime()) / 60_000);
  const two = (part: number) => String(part).padStart(2, "0");
  return `${day} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
