import { readFile } from "node:fs/promises";
import path from "node:path";
import { addDays, addMonths, type Day, daysBetween } from "#app/platform/club-time.ts";
import { projectRoot } from "#app/platform/project-root.server.ts";
import { bytesSource, type TableSource } from "#app/platform/table-file.server.ts";

/** Of the files as they are. */
const ROLL_AS_OF = "2026-01-01";
const LAST_ORDER = "2026-10-29";

/** The roll was drawn up before the first order of the other file. */
type RecentExports = { members: TableSource; rollAsOf: Day; orders: TableSource };

/**
 * The dealership's two exports. From a year after their last order on they are moved by whole years, so that a demo club
 * has had visits lately and has points to spend, whenever it is loaded.
 */
export async function recentExports(today: Day): Promise<RecentExports> {
  const [members, orders] = await Promise.all([read("members.csv"), read("service-orders.csv")]);
  const years = yearsBetween(LAST_ORDER, today);
  if (years === 0)
    return { members: bytesSource(members), rollAsOf: ROLL_AS_OF, orders: bytesSource(orders) };
  const text = (bytes: Buffer, encoding: string) => new TextDecoder(encoding).decode(bytes);
  const source = (csv: string) => bytesSource(new TextEncoder().encode(csv));
  return {
    members: source(laterRoll(text(members, "utf-8"), years)),
    rollAsOf: addMonths(ROLL_AS_OF, 12 * years),
    orders: source(laterOrders(text(orders, "gb18030"), years)),
  };
}

const read = (name: string) => readFile(path.join(projectRoot(), "prisma/seed/data", name));

/** Whole years from one day to another; none where the other comes first. */
export function yearsBetween(day: Day, today: Day): number {
  const years = Number(today.slice(0, 4)) - Number(day.slice(0, 4));
  return Math.max(0, today.slice(5) < day.slice(5) ? years - 1 : years);
}

/** A roll (CSV) with each of its days so many years later. */
export function laterRoll(csv: string, years: number): string {
  return csv.replace(/(?<=,)\d{4}(?=-\d\d-\d\d\b)/g, (year) => String(Number(year) + years));
}

/** Service orders (CSV) settled so many years later: the third column, in each of the ways in which the workshop writes a day. */
export function laterOrders(csv: string, years: number): string {
  const cell = /(?:"(?:[^"]|"")*"|[^",\n]*)/.source;
  return csv.replace(new RegExp(`^(${cell},${cell},)([^,\n]*)`, "gm"), (_, before, settled) => {
    return before + laterDay(settled, years);
  });
}

/** `2026-01-02 14:15`, `2026年1月2日`, `20260102`, or a spreadsheet's number of days since 30 December 1899. */
function laterDay(written: string, years: number): string {
  if (/^20\d\d(\D|\d{4}$)/.test(written))
    return Number(written.slice(0, 4)) + years + written.slice(4);
  if (!/^\d{5}$/.test(written)) return written;
  const day = addDays("1899-12-30", Number(written));
  return String(Number(written) + daysBetween(day, addMonths(day, 12 * years)));
}
