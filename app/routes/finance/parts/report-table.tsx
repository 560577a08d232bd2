import type { JournalAccount } from "#app/modules/finance/journal.ts";
import type { GiftCost } from "#app/modules/finance/load-gift-cost.server.ts";
import type { CellValue, ReportColumn } from "#app/modules/finance/report-columns.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import type { Translate } from "#app/platform/words/translate.ts";
import { useT } from "#app/platform/words/words.tsx";
import { type Figures, useFigures } from "#app/site/use-figures.ts";
import { cx } from "#app/ui/cx.ts";
import { Table } from "#app/ui/table.tsx";

interface ReportTableProps<Row> {
  /** The title of its section, which is not the name of the table in it: both are heard. */
  caption: string;
  columns: readonly ReportColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Of a row's sums, where it has any. */
  currencyOf: (row: Row) => string;
  /** On a phone: rows as lines one below the other, where few are read each by itself. */
  narrow?: "stack" | "scroll";
}

const NUMBERS = ["points", "money", "percent"];

/** A report's rows as they are read; its file has the same columns. */
export function ReportTable<Row>(props: ReportTableProps<Row>) {
  const { caption, columns, rows, rowKey, currencyOf, narrow = "scroll" } = props;
  const t = useT();
  const figures = useFigures();
  return (
    <Table
      caption={t("finance.table", { title: caption })}
      narrow={narrow}
      columns={columns.map(({ key, as, of }) => ({
        key,
        head: t(`finance.col.${key}`),
        number: NUMBERS.includes(as),
        cell: (row: Row) => (
          <span className={cx(as !== "title" && as !== "account" && "whitespace-nowrap")}>
            {written(t, figures, as, of(row), currencyOf(row))}
          </span>
        ),
      }))}
      rows={rows}
      rowKey={rowKey}
    />
  );
}

function written(
  t: Translate,
  figures: Figures,
  as: ReportColumn<never>["as"],
  value: CellValue,
  currency: string,
): string {
  if (value === null) return "—";
  if (typeof value === "object") return inLanguage(t.locale, value);
  if (typeof value === "number") {
    if (as === "money") return figures.moneyIn(value, currency);
    if (as === "percent") return t("finance.percent", { share: figures.points(value) });
    return figures.points(value);
  }
  if (as === "account") return t(`finance.account.${value as JournalAccount}`);
  if (as === "why") return t(`finance.why.${value as GiftCost["why"]}`);
  if (as === "day") return figures.calendarDay(value);
  if (value === "undated" || value === "debt") return t(`finance.lapses.${value}`);
  return as === "month" || as === "lapses" ? figures.month(`${value}-15T00:00:00Z`) : value;
}
