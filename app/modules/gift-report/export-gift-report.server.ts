import { BYTE_ORDER_MARK, csvLine } from "#app/platform/csv-line.ts";
import type { GiftReport } from "./load-gift-report.server.ts";

/** The columns, which other programs go by: they are not translated. Money is in minor units. */
const columns = [
  "month",
  "sku",
  "title_en",
  "title_zh",
  "store",
  "redemptions",
  "pieces",
  "points",
  "money_minor",
  "cost_minor",
  "currency",
];

/** The report's lines as a CSV file in UTF-8 with a byte order mark. */
export function exportGiftReport({ lines }: GiftReport): string {
  const rows = lines.map((line) =>
    csvLine([
      line.month,
      line.sku,
      line.titleEn,
      line.titleZh,
      line.store?.zh ?? null,
      line.redemptions,
      line.pieces,
      line.points,
      line.moneyMinor,
      line.costMinor,
      line.currency,
    ]),
  );
  return BYTE_ORDER_MARK + csvLine(columns) + rows.join("");
}
