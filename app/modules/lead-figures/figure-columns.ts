import { STAGES } from "#app/modules/leads/stage.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";
import type { WordKey } from "#app/platform/words/translate.ts";
import type { EndingRow, FunnelStep } from "./funnel.ts";
import type { FirstCalls } from "./load-first-calls.server.ts";
import type { FunnelLine } from "./load-funnel.server.ts";
import type { OverdueWork } from "./load-overdue.server.ts";
import type { StageTime } from "./load-stage-times.server.ts";
import type { PointsPerSale } from "./points-per-sale.ts";
import { LEAST_FOR_PERCENT, type Share } from "./share.ts";

/** How a cell is written. Names are those of a store or a person; money is in minor units. */
export type CellKind =
  | "month"
  | "store"
  | "consultant"
  | "source"
  | "stage"
  | "ending"
  | "reason"
  | "count"
  | "decimal"
  | "share"
  | "money"
  | "moment";

export type CellValue = string | InBoth | number | Date | Share | null;

type Names<Key> = Key extends `leadFigures.col.${infer Name}` ? Name : never;
type ColumnKey = Names<WordKey>;

/** A column of a table, on its page and in its file; its head is the message `leadFigures.col.<key>`. */
export type FigureColumn<Row> = { key: ColumnKey; as: CellKind; of: (row: Row) => CellValue };

/** Columns whose keys are those of the row, all written in one way. */
const figures = <Key extends ColumnKey>(as: CellKind, ...keys: Key[]) =>
  keys.map((key) => ({ key, as, of: (row: Record<Key, CellValue>) => row[key] }));

export const FUNNEL_COLUMNS: FigureColumn<FunnelStep>[] = [
  ...figures("stage", "stage"),
  ...figures("count", "leads"),
  ...figures("share", "ofBefore", "ofAll"),
];

export const ENDING_COLUMNS: FigureColumn<EndingRow>[] = [
  ...figures("ending", "ending"),
  ...figures("reason", "reason"),
  ...figures("count", "leads"),
  ...figures("share", "ofAll"),
];

/** A line for each month, store, consultant or source. */
export const breakdownColumns = (
  by: "month" | "store" | "consultant" | "source",
): FigureColumn<FunnelLine>[] => [
  { key: by, as: by, of: ({ id, name }) => (by === "month" || by === "source" ? id : name) },
  ...STAGES.map((stage) => ({
    key: stage,
    as: "count" as const,
    of: ({ reached }: FunnelLine) => reached[stage],
  })),
  {
    key: "deliveredShare",
    as: "share",
    of: ({ reached }) => ({ part: reached.delivered, whole: reached.submitted }),
  },
];

export const TIME_COLUMNS: FigureColumn<StageTime>[] = [
  ...figures("stage", "stage"),
  ...figures("count", "passed"),
  ...figures("decimal", "medianDays"),
  {
    key: "ninetiethDays",
    as: "decimal",
    of: ({ passed, ninetiethDays }) => (passed < LEAST_FOR_PERCENT ? null : ninetiethDays),
  },
  ...figures("count", "there", "ended"),
];

export const CALL_COLUMNS: FigureColumn<FirstCalls>[] = [
  { key: "consultant", as: "consultant", of: ({ isAll, name }) => (isAll ? "all" : name) },
  ...figures("count", "leads", "within", "later"),
  {
    key: "keptShare",
    as: "share",
    of: ({ within, later, late }) => ({ part: within, whole: within + later + late }),
  },
  ...figures("decimal", "medianHours"),
  {
    key: "ninetiethHours",
    as: "decimal",
    of: ({ tried, ninetiethHours }) => (tried < LEAST_FOR_PERCENT ? null : ninetiethHours),
  },
  ...figures("count", "late", "waits"),
  { key: "uncalled", as: "count", of: ({ ended }) => ended },
  ...figures("count", "unknown"),
];

export const OVERDUE_COLUMNS: FigureColumn<OverdueWork>[] = [
  { key: "consultant", as: "consultant", of: ({ name }) => name },
  ...figures("count", "firstCalls", "others"),
  ...figures("moment", "since"),
];

export const POINT_COLUMNS: FigureColumn<PointsPerSale>[] = [
  { key: "month", as: "month", of: ({ month }) => month ?? "all" },
  ...figures("count", "referrers", "welcome", "points", "pending", "deliveries", "perSale"),
  ...figures("money", "valueMinor", "valuePerSaleMinor"),
];
