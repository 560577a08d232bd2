import { code } from "#app/modules/data-export/export-cell.ts";
import type { ExportTable } from "#app/modules/data-export/export-table.ts";
import { db } from "#app/platform/db.server.ts";

const subscriptions: ExportTable = {
  name: "subscriptions",
  columns: ["from", "sum", "state", "until", "ended"],
  async *rows({ member }) {
    if (!member) return;
    const all = await db().goldSubscription.findMany({
      where: { memberId: member.id },
      orderBy: { startedAt: "asc" },
    });
    yield all.map((each) => ({
      from: each.startedAt,
      sum: { minor: Number(each.amountMinor), currency: each.currency },
      state: code(each.status),
      until: each.periodEnd,
      ended: each.endedAt,
    }));
  },
};

export const exportTables: readonly ExportTable[] = [subscriptions];
