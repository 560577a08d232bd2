import type { ClubTime } from "#app/platform/club-time.ts";
import { BYTE_ORDER_MARK, csvLine } from "#app/platform/csv-line.ts";
import type { Db } from "#app/platform/db.server.ts";
import { translator } from "#app/platform/words/catalogs.server.ts";
import { majorUnits } from "#app/platform/words/format.ts";
import type { Locale } from "#app/platform/words/locale.ts";
import type { Translate } from "#app/platform/words/translate.ts";
import { cellName } from "./cell-name.ts";
import {
  breakdownColumns,
  CALL_COLUMNS,
  type CellKind,
  type CellValue,
  ENDING_COLUMNS,
  type FigureColumn,
  FUNNEL_COLUMNS,
  OVERDUE_COLUMNS,
  POINT_COLUMNS,
  TIME_COLUMNS,
} from "./figure-columns.ts";
import type { FigureFilter } from "./figure-filter.ts";
import { endingRows, funnelOf } from "./funnel.ts";
import { loadFirstCalls } from "./load-first-calls.server.ts";
import { loadFunnel } from "./load-funnel.server.ts";
import { loadOverdue } from "./load-overdue.server.ts";
import { loadSalePoints } from "./load-sale-points.server.ts";
import { loadStageTimes } from "./load-stage-times.server.ts";
import { percentOfShare } from "./share.ts";

/** What a file is asked with. */
type Asked = { filter: FigureFilter; time: ClubTime; locale: Locale; currency: string };

const breakdown =
  (by: "month" | "store" | "consultant" | "source") =>
  async (on: Db, { filter, time, ...asked }: Asked) => {
    const report = await loadFunnel(on, filter, time);
    return tableFile(breakdownColumns(by), report[`${by}s`], asked);
  };

const FILES = {
  funnel: async (on: Db, { filter, time, ...asked }: Asked) => {
    const { all } = await loadFunnel(on, filter, time);
    return tableFile(FUNNEL_COLUMNS, funnelOf(all), asked);
  },
  endings: async (on: Db, { filter, time, ...asked }: Asked) => {
    const report = await loadFunnel(on, filter, time);
    return tableFile(ENDING_COLUMNS, endingRows(report), asked);
  },
  months: breakdown("month"),
  stores: breakdown("store"),
  consultants: breakdown("consultant"),
  sources: breakdown("source"),
  times: async (on: Db, { filter, time, ...asked }: Asked) =>
    tableFile(TIME_COLUMNS, await loadStageTimes(on, filter, time), asked),
  "first-calls": async (on: Db, { filter, time, ...asked }: Asked) =>
    tableFile(CALL_COLUMNS, await loadFirstCalls(on, filter, time), asked),
  overdue: async (on: Db, { filter, ...asked }: Asked) =>
    tableFile(OVERDUE_COLUMNS, await loadOverdue(on, filter), asked),
  points: async (on: Db, { filter, time, ...asked }: Asked) => {
    const { months, all } = await loadSalePoints(on, filter, time);
    return tableFile(POINT_COLUMNS, [...months, all], asked);
  },
};

export type FigureTable = keyof typeof FILES;

export const isFigureTable = (name: string): name is FigureTable => Object.hasOwn(FILES, name);

/**
 * One of the tables as a CSV file in its reader's language, with the columns of its page, in UTF-8 with a byte order
 * mark. Sums are in whole units of the club's currency, shares in per cent where there are enough to speak of one,
 * instants in ISO 8601.
 */
export const figureFile = (on: Db, table: FigureTable, asked: Asked): Promise<string> =>
  FILES[table](on, asked);

function tableFile<Row>(
  columns: readonly FigureColumn<Row>[],
  rows: readonly Row[],
  { locale, currency }: Pick<Asked, "locale" | "currency">,
): string {
  const t = translator(locale);
  const head = csvLine(columns.map(({ key }) => t(`leadFigures.col.${key}`)));
  const lines = rows.map((row) =>
    csvLine(columns.map(({ as, of }) => plainCell(t, as, of(row), currency))),
  );
  return BYTE_ORDER_MARK + head + lines.join("");
}

function plainCell(
  t: Translate,
  as: CellKind,
  value: CellValue,
  currency: string,
): string | number | null {
  if (value === null || typeof value === "string") {
    return isName(as) || value === "all" ? cellName(t, as, value) : value;
  }
  if (value instanceof Date) return value.toISOString();
  if (typeof value === "object") {
    return "en" in value ? cellName(t, as, value) : percentOfShare(value);
  }
  if (as === "money") return majorUnits(value, currency);
  return as === "decimal" ? Math.round(value * 10) / 10 : value;
}

const isName = (as: CellKind): boolean =>
  ["store", "consultant", "source", "stage", "ending", "reason"].includes(as);
