import { code } from "#app/modules/data-export/export-cell.ts";
import type { ExportTable } from "#app/modules/data-export/export-table.ts";
import { db } from "#app/platform/db.server.ts";

const gold: ExportTable = {
  name: "gold",
  columns: ["from", "until", "cause", "reason"],
  async *rows({ member }) {
    if (!member) return;
    const periods = await db().tierPeriod.findMany({
      where: { memberId: member.id },
      orderBy: { startsAt: "asc" },
    });
    yield periods.map(({ startsAt, endsAt, cause, reason }) => ({
      from: startsAt,
      until: endsAt,
      cause: code(cause),
      reason,
    }));
  },
};

/** Their times of gold. */
export const exportTables: readonly ExportTable[] = [gold];
