import { code } from "#app/modules/data-export/export-cell.ts";
import type { ExportTable } from "#app/modules/data-export/export-table.ts";
import { db } from "#app/platform/db.server.ts";
import { showCode } from "#app/platform/unguessable-code.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { readSays } from "./certificate.ts";

const certificates: ExportTable = {
  name: "certificates",
  columns: ["at", "event", "name", "kind", "code", "state"],
  async *rows({ member, locale }) {
    if (!member) return;
    const rows = await db().certificate.findMany({
      where: { person: { registration: { memberId: member.id } } },
      orderBy: { id: "asc" },
    });
    yield rows.map((row) => ({
      at: row.issuedAt,
      event: inLanguage(locale, readSays(row.says).event),
      name: row.name,
      kind: code(row.kind),
      code: showCode(row.code),
      state: code(row.state),
    }));
  },
};

/** The certificates of their parties. */
export const exportTables: readonly ExportTable[] = [certificates];
