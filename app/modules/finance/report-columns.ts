import type { InBoth } from "#app/platform/words/in-language.ts";
import type { WordKey } from "#app/platform/words/translate.ts";
import type { DuesLine } from "./dues-by-month.ts";
import type { JournalLine } from "./journal.ts";
import type { GivenGift, PromisedGift } from "./load-campaign-gifts.server.ts";
import type { GiftCost } from "./load-gift-cost.server.ts";
import type { OwedGift } from "./load-gifts-owed.server.ts";
import type { PointReport, ValuedExpiryLine } from "./load-point-report.server.ts";
import { percentOf } from "./minor-share.ts";
import type { CohortRevenue, RevenueLine } from "./point-revenue.ts";
import type { Cohort, Movement } from "./point-sums.ts";

/** How a cell is written. Money is in minor units, shares in per cent. */
export type CellKind =
  | "month"
  | "day"
  | "lapses"
  | "title"
  | "account"
  | "why"
  | "text"
  | "points"
  | "money"
  | "percent";

/** What stands in a cell: a title in both languages, where it is one. */
export type CellValue = string | number | null | InBoth;

type Names<Key> = Key extends `finance.col.${infer Name}` ? Name : never;
type ColumnKey = Names<WordKey>;

/** A column of a report, on its page and in its file; its head is the message `finance.col.<key>`. */
export type ReportColumn<Row> = {
  key: ColumnKey;
  as: CellKind;
  of: (row: Row) => CellValue;
};

/** Columns whose keys are those of the row, all written in one way. */
const figures = <Key extends ColumnKey>(as: CellKind, ...keys: Key[]) =>
  keys.map((key) => ({ key, as, of: (row: Record<Key, CellValue>) => row[key] }));

const month = { key: "month", as: "month", of: (row: { month: string }) => row.month } as const;

/** A line of what is outstanding: of a month of expiry, or what is owed, which comes off. */
export type OutstandingRow = Omit<ValuedExpiryLine, "lapses"> & {
  lapses: string | "undated" | "debt";
};

/** What is outstanding, with what members owe as its last line. */
export function outstandingRows({ lines, debt, debtMinor }: PointReport["outstanding"]) {
  const rows = lines.map((line): OutstandingRow => ({ ...line, lapses: line.lapses ?? "undated" }));
  const nothing = { available: 0, pending: 0, held: 0 };
  return debt === 0
    ? rows
    : [...rows, { ...nothing, lapses: "debt", points: -debt, valueMinor: -debtMinor }];
}

export const EXPIRY_COLUMNS: ReportColumn<OutstandingRow>[] = [
  { key: "lapses", as: "lapses", of: (row) => row.lapses },
  ...figures("points", "available", "pending", "held", "points"),
  ...figures("money", "valueMinor"),
];

export const MOVEMENT_COLUMNS: ReportColumn<Movement>[] = [
  month,
  ...figures(
    "points",
    "opening",
    "broughtIn",
    "earned",
    "adjusted",
    "redeemed",
    "expired",
    "reversed",
    "closing",
  ),
];

export const REVENUE_COLUMNS: ReportColumn<RevenueLine>[] = [
  month,
  ...figures("money", "openingMinor", "allocatedMinor", "recognisedMinor", "closingMinor"),
];

export const COHORT_COLUMNS: ReportColumn<CohortRevenue>[] = [
  { ...month, key: "cohort" },
  ...figures("points", "granted", "redeemed", "expired", "left", "expected"),
  ...figures("money", "allocatedMinor", "recognisedMinor", "deferredMinor"),
];

const shareOf = (key: "redemptionRate" | "breakageRate" | "leftRate", part: keyof Cohort) => ({
  key,
  as: "percent" as const,
  of: (cohort: Cohort) => percentOf(Number(cohort[part]), cohort.granted),
});

export const RATE_COLUMNS: ReportColumn<Cohort>[] = [
  { ...month, key: "cohort" },
  ...figures("points", "granted", "redeemed"),
  shareOf("redemptionRate", "redeemed"),
  ...figures("points", "expired"),
  shareOf("breakageRate", "expired"),
  ...figures("points", "left"),
  shareOf("leftRate", "left"),
];

export const OWED_COLUMNS: ReportColumn<OwedGift>[] = [
  { key: "gift", as: "title", of: (row) => ({ en: row.titleEn, zh: row.titleZh }) },
  ...figures("points", "redemptions", "pieces", "points"),
  ...figures("money", "costMinor", "paidMinor", "openMinor"),
];

export const COST_COLUMNS: ReportColumn<GiftCost>[] = [
  month,
  { key: "why", as: "why", of: (row) => row.why },
  ...figures("points", "pieces", "piecesWithoutCost"),
  ...figures("money", "costMinor"),
];

export const GIVEN_COLUMNS: ReportColumn<GivenGift>[] = [
  { key: "date", as: "day", of: (row) => row.date },
  { key: "campaign", as: "title", of: (row) => row.campaign },
  { key: "gift", as: "title", of: (row) => row.gift },
  { key: "referrer", as: "text", of: (row) => row.referrer },
  ...figures("points", "pieces"),
  ...figures("money", "costMinor"),
];

export const PROMISED_COLUMNS: ReportColumn<PromisedGift>[] = [
  { key: "campaign", as: "title", of: (row) => row.campaign },
  { key: "gift", as: "title", of: (row) => row.gift },
  ...figures("points", "won"),
  { key: "since", as: "day", of: (row) => row.since },
  ...figures("money", "costMinor"),
  ...figures("points", "friends"),
  ...figures("money", "mostMinor"),
];

export const DUES_COLUMNS: ReportColumn<DuesLine>[] = [
  month,
  ...figures(
    "money",
    "openingMinor",
    "receivedMinor",
    "refundedMinor",
    "earnedMinor",
    "closingMinor",
  ),
];

export const JOURNAL_COLUMNS: ReportColumn<JournalLine>[] = [
  { key: "date", as: "day", of: (row) => row.date },
  { key: "reference", as: "text", of: (row) => row.reference },
  { key: "account", as: "account", of: (row) => row.account },
  ...figures("money", "debitMinor", "creditMinor"),
];
