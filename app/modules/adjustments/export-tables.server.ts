import { code } from "#app/modules/data-export/export-cell.ts";
import type { ExportTable } from "#app/modules/data-export/export-table.ts";
import { db } from "#app/platform/db.server.ts";

const adjustments: ExportTable = {
  name: "adjustments",
  columns: ["at", "points", "reason", "state", "decidedAt"],
  async *rows({ member }) {
    if (!member) return;
    const asked = await db().adjustmentRequest.findMany({
      // Orders that somebody typed are among their orders.
      where: { memberId: member.id, kind: "adjustment" },
      orderBy: { id: "asc" },
    });
    yield asked.map(({ requestedAt, points, reason, state, decidedAt }) => ({
      at: requestedAt,
      points,
      reason,
      state: code(state),
      decidedAt,
    }));
  },
};

/** Points that were asked for them by hand. */
export const exportTables: readonly ExportTable[] = [adjustments];
