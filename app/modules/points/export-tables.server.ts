import { loadClub } from "#app/modules/club/load-club.server.ts";
import { code } from "#app/modules/data-export/export-cell.ts";
import type { ExportTable } from "#app/modules/data-export/export-table.ts";
import { db } from "#app/platform/db.server.ts";
import { exportEntryWords } from "./export-entry-words.server.ts";
import { walkStatement } from "./walk-statement.server.ts";

const statement: ExportTable = {
  name: "statement",
  columns: [
    "at",
    "entry",
    "entryKind",
    "what",
    "points",
    "balance",
    "statusPoints",
    "state",
    "explanation",
  ],
  async *rows({ member, t, locale, currency, timeZone }) {
    if (!member) return;
    const { englishStores } = await loadClub();
    const say = exportEntryWords(t, locale, { currency, timeZone, englishStores });
    for await (const page of walkStatement(db(), member.accountId)) {
      yield page.map((entry) => {
        const { what, state, explanation } = say(entry);
        return {
          at: entry.valueAt,
          entry: entry.entryId,
          entryKind: code(entry.kind),
          what,
          points: entry.points,
          balance: entry.balance,
          statusPoints: entry.statusPoints,
          state,
          explanation,
        };
      });
    }
  },
};

/** Their account, line by line. */
export const exportTables: readonly ExportTable[] = [statement];
