import { code } from "#app/modules/data-export/export-cell.ts";
import type { ExportTable } from "#app/modules/data-export/export-table.ts";
import { db } from "#app/platform/db.server.ts";

const goldYears: ExportTable = {
  name: "gold-years",
  columns: ["at", "state", "from", "until", "endedAt"],
  async *rows({ member }) {
    if (!member) return;
    const years = await db().goldYear.findMany({
      where: { memberId: member.id },
      orderBy: { id: "asc" },
    });
    yield years.map((year) => ({
      at: year.createdAt,
      state: code(year.state),
      from: year.beginsAt,
      until: year.endsAt,
      endedAt: year.endedAt,
    }));
  },
};

/** The years of gold that they asked for and paid; the sums are with their payments. */
export const exportTables: readonly ExportTable[] = [goldYears];
