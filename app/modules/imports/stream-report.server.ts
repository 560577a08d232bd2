import { BYTE_ORDER_MARK, csvLine } from "#app/platform/csv-line.ts";
import { db } from "#app/platform/db.server.ts";
import { translator } from "#app/platform/words/catalogs.server.ts";
import type { Locale } from "#app/platform/words/locale.ts";
import type { Translate } from "#app/platform/words/translate.ts";
import type { ImportKind, RowDetail, RowOutcome } from "./import-run.ts";
import { noteWords, reasonWords } from "./import-words.ts";

const ROWS_AT_ONCE = 5_000;

/**
 * The report of an import as a CSV file, row by row as the file had them, in flat memory.
 *
 * @throws Error when there is no such import.
 */
export async function* streamReport(
  importId: number,
  locale: Locale,
): AsyncGenerator<string, void, undefined> {
  const { kind } = await db().importRun.findUniqueOrThrow({ where: { id: importId } });
  const t = translator(locale);
  yield BYTE_ORDER_MARK +
    csvLine([
      t("import.column.row"),
      t("import.column.outcome"),
      t("import.column.reason"),
      t("import.column.subject"),
      t("import.column.member"),
      t("import.column.points"),
      t("import.column.explanation"),
    ]);
  for (let after = 0; ; ) {
    const rows = await db().importRow.findMany({
      where: { importId, rowNumber: { gt: after } },
      orderBy: { rowNumber: "asc" },
      take: ROWS_AT_ONCE,
    });
    const last = rows.at(-1);
    if (!last) return;
    yield rows
      .map((row) =>
        reportLine(t, kind as ImportKind, { ...row, detail: row.detail as RowDetail | null }),
      )
      .join("");
    after = last.rowNumber;
  }
}

type StoredRow = {
  rowNumber: number;
  outcome: string;
  reason: string | null;
  subject: string;
  detail: RowDetail | null;
};

function reportLine(t: Translate, kind: ImportKind, row: StoredRow): string {
  const { detail } = row;
  const moves = detail?.moves ?? [];
  const sentences = [
    ...(row.reason ? [reasonWords(t, kind, row.reason)] : []),
    ...noteWords(t, detail),
  ];
  return csvLine([
    row.rowNumber,
    t(`import.outcome.${row.outcome as RowOutcome}`),
    row.reason ?? "",
    row.subject,
    detail?.member ?? moves.map(([member]) => member).join(" "),
    moves.length > 0 ? moves.reduce((sum, [, points]) => sum + points, 0) : "",
    sentences.join("; "),
  ]);
}
