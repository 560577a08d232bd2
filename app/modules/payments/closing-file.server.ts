import { BYTE_ORDER_MARK, csvLine } from "#app/platform/csv-line.ts";
import { translator } from "#app/platform/words/catalogs.server.ts";
import { majorUnits } from "#app/platform/words/format.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import type { Locale } from "#app/platform/words/locale.ts";
import type { ClosingLine } from "./load-closing.server.ts";

/** A day's closing list as a CSV file. Instants are in UTC; sums are plain figures with their currency beside. */
export function closingFile(lines: readonly ClosingLine[], locale: Locale): string {
  const t = translator(locale);
  const head = csvLine([
    t("payments.closing.clerk"),
    t("payments.closing.at"),
    t("payments.closing.kind"),
    t("payments.closing.method"),
    t("payments.sum"),
    t("payments.closing.currency"),
    t("payments.counterReceipt"),
    t("payments.receipt"),
    t("payments.for"),
    t("payments.who"),
    t("payments.where"),
  ]);
  const rows = lines.map((line) =>
    csvLine([
      line.clerk.name,
      line.at.toISOString(),
      t(`payments.closing.kind.${line.kind}`),
      t(`payments.method.${line.method}`),
      // A number, since text with a sign in front of it is taken for a formula.
      majorUnits(line.amountMinor, line.currency),
      line.currency,
      line.counterReceipt,
      line.receipt,
      inLanguage(locale, line.title),
      line.memberNumber,
      inLanguage(locale, line.store),
    ]),
  );
  return BYTE_ORDER_MARK + head + rows.join("");
}
