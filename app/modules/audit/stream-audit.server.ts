import { BYTE_ORDER_MARK, csvLine } from "#app/platform/csv-line.ts";
import { db } from "#app/platform/db.server.ts";
import { translator } from "#app/platform/words/catalogs.server.ts";
import type { Locale } from "#app/platform/words/locale.ts";
import type { AuditFilter } from "./audit-filter.ts";
import { actionWords, detailWords, subjectWords } from "./audit-words.ts";
import { loadAudit } from "./load-audit.server.ts";

const LINES_AT_ONCE = 1_000;

/** The audit log under some filters as a CSV file, the latest first, in flat memory. Instants are in UTC. */
export async function* streamAudit(
  filter: AuditFilter,
  locale: Locale,
): AsyncGenerator<string, void, undefined> {
  const t = translator(locale);
  yield BYTE_ORDER_MARK +
    csvLine([
      t("audit.when"),
      t("audit.who"),
      t("audit.what"),
      t("audit.action"),
      t("audit.subject"),
      t("audit.details"),
      t("audit.address"),
    ]);
  let before: number | null = null;
  do {
    const page: Awaited<ReturnType<typeof loadAudit>> = await loadAudit(db(), filter, {
      before,
      limit: LINES_AT_ONCE,
    });
    yield page.lines
      .map((line) =>
        csvLine([
          line.at.toISOString(),
          line.by?.name ?? t("audit.system"),
          actionWords(t, line.action),
          line.action,
          line.person?.number ?? line.person?.name ?? subjectWords(t, line.subject),
          detailWords(t, line.detail, { rowIds: true })
            .map(({ label, value }) => `${label}: ${value}`)
            .join("; "),
          line.address,
        ]),
      )
      .join("");
    before = page.before;
  } while (before !== null);
}
