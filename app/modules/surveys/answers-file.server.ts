import { BYTE_ORDER_MARK, csvLine } from "#app/platform/csv-line.ts";
import type { Translate } from "#app/platform/words/translate.ts";
import type { AnswerLine } from "./load-comments.server.ts";

const COLUMNS = ["score", "best", "recommends", "words", "ownWords", "name"] as const;

/** Writes answers as a file, a line each; what somebody typed cannot become a formula. */
export function answersFile(lines: readonly AnswerLine[], t: Translate): string {
  const head = csvLine(COLUMNS.map((column) => t(`surveyResults.column.${column}`)));
  const rows = lines.map(({ score, best, recommends, words, ownWords, name }) =>
    csvLine([
      score,
      best.map((thing) => t(`surveys.best.${thing}`)).join(" · "),
      recommends,
      words,
      ownWords,
      name,
    ]),
  );
  return [BYTE_ORDER_MARK, head, ...rows].join("");
}
