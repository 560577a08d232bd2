import { type ClubTime, endOfMonthAfter } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { AskedDay } from "./asked-day.ts";
import { duesByMonth } from "./dues-by-month.ts";
import { type JournalLine, journalOf } from "./journal.ts";
import { loadDuesYears } from "./load-dues.server.ts";
import { loadGiftCost } from "./load-gift-cost.server.ts";
import { loadPointReport } from "./load-point-report.server.ts";

/**
 * The journal of a month.
 *
 * @param asked the whole of it, see `wholeMonthOf`: points are told to a day's end, and all else by months.
 */
export async function loadJournal(on: Db, asked: AskedDay, time: ClubTime): Promise<JournalLine[]> {
  const month = asked.day.slice(0, 7);
  const report = await loadPointReport(on, asked);
  const revenue = report.revenue.at(-1);
  if (!revenue) return [];
  const [costs, years] = await Promise.all([
    loadGiftCost(on, [month], time),
    loadDuesYears(on, month, time.zone),
  ]);
  return journalOf({
    lastDay: endOfMonthAfter(asked.day, 0),
    currency: report.currency,
    revenue,
    costs,
    dues: duesByMonth(years, [month]),
  });
}
