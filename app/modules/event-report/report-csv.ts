import { BYTE_ORDER_MARK, csvLine } from "#app/platform/csv-line.ts";
import { majorUnits } from "#app/platform/words/format.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import type { Translate } from "#app/platform/words/translate.ts";
import type { EventReport } from "./load-event-report.server.ts";
import type { Value } from "./report-lines.ts";
import { withTypedCosts } from "./typed-lines.ts";
import { winnerWords, writtenLabel, writtenValue } from "./write-report.ts";

/**
 * The report of an event as a CSV file in its reader's language, a line each figure, in UTF-8 with a byte order mark.
 * Figures are plain: sums in whole units of the currency that stands beside them.
 */
export function reportCsv(report: EventReport, t: Translate): string {
  const head = ["part", "figure", "value", "unit", "before"] as const;
  const figures = withTypedCosts(report).flatMap(({ key, lines }) =>
    lines.map(({ label, value, before }) =>
      csvLine([
        ...[t(`eventReport.section.${key}`), writtenLabel(t, label)],
        ...[plain(t, value), unitOf(t, value), before && plain(t, before)],
      ]),
    ),
  );
  const winners = report.winners.map((winner) => {
    const { what, who } = winnerWords(t, winner, report.event.brackets);
    return csvLine([t("eventReport.winners"), what, who, null, null]);
  });
  return [
    BYTE_ORDER_MARK,
    csvLine(head.map((column) => t(`eventReport.${column}`))),
    ...figures,
    ...winners,
  ].join("");
}

function plain(t: Translate, value: Value): string | number | null {
  switch (value.as) {
    case "count":
    case "points":
      return value.of;
    case "money":
      return majorUnits(value.minor, value.currency);
    case "grade":
      return Math.round(value.of * 10) / 10;
    case "words":
      return inLanguage(t.locale, value.of);
    case "few":
      return writtenValue(t, value);
    case "none":
      return null;
  }
}

function unitOf(t: Translate, value: Value): string | null {
  if (value.as === "money") return value.currency;
  if (value.as === "points") return t("eventReport.unit.points");
  return value.as === "grade" ? t("eventReport.unit.grade", { of: value.outOf }) : null;
}
