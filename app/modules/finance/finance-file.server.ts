import type { ClubTime, Day } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { Locale } from "#app/platform/words/locale.ts";
import { type AskedDay, wholeMonthOf } from "./asked-day.ts";
import { duesByMonth } from "./dues-by-month.ts";
import { exportTable } from "./export-table.server.ts";
import { loadGivenByCampaigns, loadPromisedByCampaigns } from "./load-campaign-gifts.server.ts";
import { loadDuesYears } from "./load-dues.server.ts";
import { loadGiftCost } from "./load-gift-cost.server.ts";
import { loadGiftsOwed } from "./load-gifts-owed.server.ts";
import { loadJournal } from "./load-journal.server.ts";
import { loadPointReport } from "./load-point-report.server.ts";
import { monthsThrough } from "./months.ts";
import {
  COHORT_COLUMNS,
  COST_COLUMNS,
  DUES_COLUMNS,
  EXPIRY_COLUMNS,
  GIVEN_COLUMNS,
  JOURNAL_COLUMNS,
  MOVEMENT_COLUMNS,
  OWED_COLUMNS,
  outstandingRows,
  PROMISED_COLUMNS,
  RATE_COLUMNS,
  REVENUE_COLUMNS,
} from "./report-columns.ts";

/** What a file is asked with. */
type Asked = { asked: AskedDay; today: Day; time: ClubTime; locale: Locale };

const ownCurrency = ({ currency }: { currency: string }) => currency;

const FILES = {
  outstanding: async (on: Db, { asked, locale }: Asked) => {
    const { outstanding, currency } = await loadPointReport(on, asked);
    return exportTable(EXPIRY_COLUMNS, outstandingRows(outstanding), () => currency, locale);
  },
  movement: async (on: Db, { asked, locale }: Asked) => {
    const { movements } = await loadPointReport(on, asked);
    return exportTable(MOVEMENT_COLUMNS, movements, null, locale);
  },
  revenue: async (on: Db, { asked, locale }: Asked) => {
    const { revenue, currency } = await loadPointReport(on, asked);
    return exportTable(REVENUE_COLUMNS, revenue, () => currency, locale);
  },
  cohorts: async (on: Db, { asked, locale }: Asked) => {
    const { cohorts, currency } = await loadPointReport(on, asked);
    return exportTable(COHORT_COLUMNS, cohorts, () => currency, locale);
  },
  rates: async (on: Db, { asked, locale }: Asked) => {
    const { givenHere } = await loadPointReport(on, asked);
    return exportTable(RATE_COLUMNS, givenHere, null, locale);
  },
  "gifts-owed": async (on: Db, { locale }: Asked) =>
    exportTable(OWED_COLUMNS, await loadGiftsOwed(on), ownCurrency, locale),
  "gift-cost": async (on: Db, { today, time, locale }: Asked) => {
    const costs = await loadGiftCost(on, monthsThrough(today.slice(0, 7), 12), time);
    return exportTable(COST_COLUMNS, costs, ownCurrency, locale);
  },
  "campaign-gifts": async (on: Db, { asked, time, locale }: Asked) => {
    const given = await loadGivenByCampaigns(on, asked.day.slice(0, 7), time);
    return exportTable(GIVEN_COLUMNS, given, ownCurrency, locale);
  },
  "campaign-gifts-promised": async (on: Db, { today, time, locale }: Asked) => {
    const promised = await loadPromisedByCampaigns(on, today, time);
    return exportTable(PROMISED_COLUMNS, promised, ownCurrency, locale);
  },
  dues: async (on: Db, { today, time, locale }: Asked) => {
    const months = monthsThrough(today.slice(0, 7), 12);
    const years = await loadDuesYears(on, months[0] as string, time.zone);
    return exportTable(DUES_COLUMNS, duesByMonth(years, months), ownCurrency, locale);
  },
  journal: async (on: Db, { asked, today, time, locale }: Asked) => {
    const lines = await loadJournal(on, wholeMonthOf(asked, today), time);
    return exportTable(JOURNAL_COLUMNS, lines, ownCurrency, locale);
  },
};

export type FinanceTable = keyof typeof FILES;

export const isFinanceTable = (name: string): name is FinanceTable => Object.hasOwn(FILES, name);

/** One of finance's tables as a CSV file, with the columns of its page. */
export const financeFile = (on: Db, table: FinanceTable, asked: Asked): Promise<string> =>
  FILES[table](on, asked);
