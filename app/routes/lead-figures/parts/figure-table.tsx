import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { cellName } from "#app/modules/lead-figures/cell-name.ts";
import type { CellValue, FigureColumn } from "#app/modules/lead-figures/figure-columns.ts";
import { percentOfShare, type Share } from "#app/modules/lead-figures/share.ts";
import type { Translate } from "#app/platform/words/translate.ts";
import { useT } from "#app/platform/words/words.tsx";
import { type Figures, useFigures } from "#app/site/use-figures.ts";
import { DownloadIcon } from "#app/ui/icons.tsx";
import { Section } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";

interface FigureSectionProps<Row> {
  id: string;
  title: string;
  /** What is counted, in words. */
  formula: string;
  /** Above the table, with the same figures. */
  chart?: ReactNode;
  columns: readonly FigureColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Where a line's name leads to, if anywhere. */
  linkOf?: (row: Row) => string | null;
  /** Where its file is. */
  file?: string;
  /** Of sums of money. */
  currency?: string;
}

/** A table of figures with what it counts, a chart where there is one, and the way to its file. */
export function FigureSection<Row>(props: FigureSectionProps<Row>) {
  const { id, title, formula, chart, columns, rows, rowKey, linkOf, file, currency = "" } = props;
  const t = useT();
  const figures = useFigures();
  return (
    <Section id={id} title={title} more={file && <FileLink to={file} />}>
      <p className="mb-4 max-w-prose text-[0.9375rem] leading-snug text-ink-soft">{formula}</p>
      {chart}
      <Table
        caption={t("leadFigures.table", { title })}
        narrow="scroll"
        columns={columns.map(({ key, as, of }, place) => ({
          key,
          head: t(`leadFigures.col.${key}`),
          number: NUMBERS.includes(as),
          cell: (row: Row) => {
            const text = written(t, figures, as, of(row), currency);
            const to = place === 0 ? linkOf?.(row) : null;
            return (
              <span className="whitespace-nowrap">{to ? <Link to={to}>{text}</Link> : text}</span>
            );
          },
        }))}
        rows={rows}
        rowKey={rowKey}
      />
    </Section>
  );
}

function FileLink({ to }: { to: string }) {
  const t = useT();
  return (
    <a
      href={to}
      download
      className="inline-flex items-center gap-1.5 whitespace-nowrap print:hidden"
    >
      <DownloadIcon size={18} />
      {t("leadFigures.csv")}
    </a>
  );
}

const NUMBERS = ["count", "decimal", "share", "money"];

/** A share as it is read: in per cent, as two numbers where there are few, a dash of nothing. */
export function writtenShare(t: Translate, figures: Figures, share: Share): string {
  const percent = percentOfShare(share);
  if (percent !== null) return t("leadFigures.percent", { share: figures.points(percent) });
  return share.whole === 0 ? "—" : t("leadFigures.few", share);
}

function written(
  t: Translate,
  figures: Figures,
  as: FigureColumn<never>["as"],
  value: CellValue,
  currency: string,
): string {
  if (as === "month" && value !== "all") return figures.month(`${value}-15T00:00:00Z`);
  if (typeof value === "string") return cellName(t, as, value);
  if (value === null) return NUMBERS.includes(as) ? "—" : cellName(t, as, null);
  if (typeof value === "number") {
    if (as === "money") return figures.moneyIn(value, currency);
    return figures.points(as === "decimal" ? Math.round(value * 10) / 10 : value);
  }
  if (value instanceof Date) return figures.moment(value);
  return "en" in value ? cellName(t, as, value) : writtenShare(t, figures, value);
}
