import { code } from "#app/modules/data-export/export-cell.ts";
import type { ExportTable } from "#app/modules/data-export/export-table.ts";
import { db } from "#app/platform/db.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { showEntryNumber } from "./entry-number.ts";
import { loadOwnDraws, loadOwnTurns } from "./own-draws.server.ts";

const draws: ExportTable = {
  name: "draws",
  columns: ["at", "draw", "entry", "prize", "state"],
  async *rows({ member, locale }) {
    if (!member) return;
    const entries = await loadOwnDraws(db(), member.id);
    const turns = await loadOwnTurns(db(), member.id);
    yield turns.map(({ createdAt, title, prize, handedOverAt }) => ({
      at: createdAt,
      draw: inLanguage(locale, title),
      entry: null,
      prize: inLanguage(locale, prize),
      state: code(handedOverAt ? "handed-over" : "won"),
    }));
    yield entries.map(({ draw, entry, win }) => ({
      at: draw.frozenAt,
      draw: inLanguage(locale, draw.title),
      entry: showEntryNumber(entry),
      prize: win && inLanguage(locale, win.prize),
      state: win && code(win.state),
    }));
  },
};

/** The draws they were in, and what they won. */
export const exportTables: readonly ExportTable[] = [draws];
