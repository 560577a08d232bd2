import { readFile } from "node:fs/promises";
import path from "node:path";
import {
  addDays,
  addMonths,
  type Day,
  dayFrom,
  daysBetween,
  endOfMonthAfter,
} from "#app/platform/club-time.ts";
import { projectRoot } from "#app/platform/project-root.server.ts";
import { bytesSource, type TableSource } from "#app/platform/table-file.server.ts";

/** Of the files as they are. */
const ROLL_AS_OF = "2026-01-01";
const LAST_ORDER = "2026-10-29";
const SPREADSHEET_DAY_ZERO = "1899-12-30";
/** So old may an export be, and still tell of visits lately. */
const FRESH_MONTHS = 2;

/** The roll was drawn up before the first order of the other file. */
type RecentExports = { members: TableSource; rollAsOf: Day; orders: TableSource };

/**
 * The dealership's two exports. Once they are more than two months old they are moved by whole months, so that a demo club
 * has had visits lately and has points to spend, whenever it is loaded.
 */
export async function recentExports(today: Day): Promise<RecentExports> {
  const [members, orders] = await Promise.all([read("members.csv"), read("service-orders.csv")]);
  const months = monthsToMove(today);
  if (months === 0) {
    return { members: bytesSource(members), rollAsOf: ROLL_AS_OF, orders: bytesSource(orders) };
  }
  const text = (bytes: Buffer, encoding: string) => new TextDecoder(encoding).decode(bytes);
  const source = (csv: string) => bytesSource(new TextEncoder().encode(csv));
  return {
    members: source(laterRoll(text(members, "utf-8"), months)),
    rollAsOf: addMonths(ROLL_AS_OF, months),
    orders: source(laterOrders(text(orders, "gb18030"), months)),
  };
}

const read = (name: string) => readFile(path.join(projectRoot(), "prisma/seed/data", name));

/** By how many months the files are moved for a demo club that is loaded on a day. */
export function monthsToMove(today: Day): number {
  let months = 0;
  while (addMonths(LAST_ORDER, months + FRESH_MONTHS + 1) <= today) months += 1;
  return months;
}

/** A roll (CSV) with each of its days so many months later. */
export function laterRoll(csv: string, months: number): string {
  return csv.replace(/(?<=,)\d{4}-\d\d-\d\d\b/g, (day) => later(day, months));
}

/** Service orders (CSV) settled so many months later: the third column, in each of the ways in which the workshop writes a day. */
export function laterOrders(csv: string, months: number): string {
  const cell = /(?:"(?:[^"]|"")*"|[^",\n]*)/.source;
  return csv.replace(
    new RegExp(`^(${cell},${cell},)([^,\n]*)`, "gm"),
    (_, before: string, settled: string) => before + laterCell(settled, months),
  );
}

/** `2026-01-02 14:15`, `2026年1月2日`, `20260102`, or a spreadsheet's number of days; what is no day stays as it is. */
function laterCell(written: string, months: number): string {
  if (/^\d{5}$/.test(written)) {
    const moved = later(addDays(SPREADSHEET_DAY_ZERO, Number(written)), months);
    return String(daysBetween(SPREADSHEET_DAY_ZERO, moved));
  }
  return written.replace(
    /^(20\d\d)(\D?)(\d\d?)(\D?)(\d\d?)/,
    (all, year: string, first: string, month: string, second: string, dayOfMonth: string) => {
      const day = dayFrom(Number(year), Number(month), Number(dayOfMonth));
      if (day === null) return all;
      const [y, m, d] = later(day, months).split("-");
      return `${y}${first}${m}${second}${d}`;
    },
  );
}

/** The last day of a month becomes the last of another. */
const later = (day: Day, months: number): Day =>
  day === endOfMonthAfter(day, 0) ? endOfMonthAfter(day, months) : addMonths(day, months);
