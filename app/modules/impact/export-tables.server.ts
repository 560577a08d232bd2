import type { ExportTable } from "#app/modules/data-export/export-table.ts";
import { db } from "#app/platform/db.server.ts";
import { countedWords } from "#app/platform/words/counted.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { loadOwnImpact } from "./load-impact.server.ts";

const impact: ExportTable = {
  name: "impact",
  columns: ["at", "event", "what", "points"],
  async *rows({ member, locale }) {
    if (!member) return;
    yield (await loadOwnImpact(db(), member.id)).map(
      ({ startsAt, title, unit, amount, points }) => ({
        at: startsAt,
        event: inLanguage(locale, title),
        what: countedWords(unit, amount, locale),
        points,
      }),
    );
  },
};

/** What their family did together at events. */
export const exportTables: readonly ExportTable[] = [impact];
