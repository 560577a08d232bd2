import { BYTE_ORDER_MARK, csvLine } from "#app/platform/csv-line.ts";
import { translator } from "#app/platform/words/catalogs.server.ts";
import { majorUnits } from "#app/platform/words/format.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import type { Locale } from "#app/platform/words/locale.ts";
import type { Translate } from "#app/platform/words/translate.ts";
import type { JournalAccount } from "./journal.ts";
import type { GiftCost } from "./load-gift-cost.server.ts";
import type { CellValue, ReportColumn } from "./report-columns.ts";

/**
 * A report's table as a CSV file in its reader's language, in UTF-8 with a byte order mark. Figures are plain:
 * sums in whole units of the currency that stands in the last column, shares in per cent.
 *
 * @param currencyOf the currency of a row's sums; null for a table without any.
 */
export function exportTable<Row>(
  columns: readonly ReportColumn<Row>[],
  rows: readonly Row[],
  currencyOf: ((row: Row) => string) | null,
  locale: Locale,
): string {
  const t = translator(locale);
  const heads = columns.map(({ key }) => t(`finance.col.${key}`));
  const head = csvLine(currencyOf ? [...heads, t("finance.col.currency")] : heads);
  const lines = rows.map((row) => {
    const currency = currencyOf?.(row);
    const cells = columns.map(({ as, of }) => plainCell(t, as, of(row), currency));
    return csvLine(currency === undefined ? cells : [...cells, currency]);
  });
  return BYTE_ORDER_MARK + head + lines.join("");
}

function plainCell(
  t: Translate,
  as: ReportColumn<never>["as"],
  value: CellValue,
  currency: string | undefined,
): string | number | null {
  if (value === null) return null;
  if (typeof value === "object") return inLanguage(t.locale, value);
  if (as === "money" && typeof value === "number" && currency) {
    return majorUnits(value, currency);
  }
  if (as === "account") return t(`finance.account.${value as JournalAccount}`);
  if (as === "why") return t(`finance.why.${value as GiftCost["why"]}`);
  if (value === "undated" || value === "debt") return t(`finance.lapses.${value}`);
  return value;
}
