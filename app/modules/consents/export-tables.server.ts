import { code } from "#app/modules/data-export/export-cell.ts";
import type { ExportTable } from "#app/modules/data-export/export-table.ts";
import { db } from "#app/platform/db.server.ts";

const consents: ExportTable = {
  name: "consents",
  columns: ["at", "kind", "given", "wording", "where"],
  async *rows({ personId }) {
    const rows = await db().consent.findMany({ where: { personId }, orderBy: { id: "asc" } });
    yield rows.map(({ createdAt, kind, given, wording, source }) => ({
      at: createdAt,
      kind: code(kind),
      given,
      wording,
      where: code(source),
    }));
  },
};

/** Every word they gave or took back. */
export const exportTables: readonly ExportTable[] = [consents];
