import type { ExportTable } from "#app/modules/data-export/export-table.ts";
import { db } from "#app/platform/db.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { loadOwnScores } from "./own-scores.server.ts";

const scores: ExportTable = {
  name: "contest-scores",
  columns: ["contest", "entry", "criterion", "judged", "comment"],
  async *rows({ member, locale, t }) {
    if (!member) return;
    yield (await loadOwnScores(db(), member.id)).map((given) => ({
      contest: inLanguage(locale, given.contest),
      entry: given.number,
      criterion: given.criterion ? inLanguage(locale, given.criterion) : t("export.score.comment"),
      judged: given.value,
      comment: given.comment,
    }));
  },
};

/** What judges said of the pictures of their family, once the ranking is public; not which judge said it. */
export const exportTables: readonly ExportTable[] = [scores];
