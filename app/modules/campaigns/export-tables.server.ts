import { code } from "#app/modules/data-export/export-cell.ts";
import type { ExportTable } from "#app/modules/data-export/export-table.ts";
import { db } from "#app/platform/db.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { loadAwards, type ShownAward } from "./load-awards.server.ts";

const awards: ExportTable = {
  name: "campaigns",
  columns: ["at", "what", "points", "gift", "state"],
  async *rows({ personId, locale }) {
    const shown = await loadAwards(db(), { lead: { referrerId: personId } });
    yield shown.map((award) => ({
      at: award.at,
      what: inLanguage(locale, award.title),
      points: award.points,
      gift: award.gift && inLanguage(locale, award.gift),
      state: code(stateOf(award)),
    }));
  },
};

function stateOf({ takenBackReason, notGiven, waits }: ShownAward): string {
  if (takenBackReason !== null) return "reversed";
  if (notGiven !== null) return "refused";
  return waits === null ? "granted" : "waiting";
}

/** What campaigns brought for friends whom somebody named. */
export const exportTables: readonly ExportTable[] = [awards];
