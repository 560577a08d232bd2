import { code } from "#app/modules/data-export/export-cell.ts";
import type { ExportTable } from "#app/modules/data-export/export-table.ts";
import { db } from "#app/platform/db.server.ts";

const PAGE_SIZE = 500;

/** Of the dealership it says the role and not the name: whoever works there has a privacy, too. */
const seenBy: ExportTable = {
  name: "seen-by",
  columns: ["at", "what", "by"],
  async *rows({ personId, member }) {
    const subjects = [`person:${personId}`, ...(member ? [`member:${member.number}`] : [])];
    for (let after = 0n; ; ) {
      const page = await db().auditEntry.findMany({
        where: { subject: { in: subjects }, id: { gt: after } },
        orderBy: { id: "asc" },
        take: PAGE_SIZE,
        select: { id: true, createdAt: true, action: true, personId: true },
      });
      const last = page.at(-1);
      if (!last) return;
      after = last.id;
      yield page.map((line) => ({
        at: line.createdAt,
        what: code(line.action),
        by: code(whoOf(line.personId, personId)),
      }));
    }
  },
};

function whoOf(actor: number | null, self: number): "system" | "self" | "dealership" {
  if (actor === null) return "system";
  return actor === self ? "self" : "dealership";
}

/** What was done with their data. */
export const exportTables: readonly ExportTable[] = [seenBy];
