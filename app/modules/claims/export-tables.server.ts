import { code } from "#app/modules/data-export/export-cell.ts";
import type { ExportTable } from "#app/modules/data-export/export-table.ts";
import { db } from "#app/platform/db.server.ts";

const claims: ExportTable = {
  name: "claims",
  columns: ["at", "orderNumber", "visitedOn", "note", "photo", "state", "reason", "decidedAt"],
  async *rows({ member }) {
    if (!member) return;
    const filed = await db().pointsClaim.findMany({
      where: { memberId: member.id },
      orderBy: { id: "asc" },
    });
    yield filed.map((claim) => ({
      at: claim.createdAt,
      orderNumber: claim.orderNumber,
      visitedOn: claim.visitedOn?.toISOString().slice(0, 10) ?? null,
      note: claim.note,
      photo: claim.photoId !== null,
      state: code(claim.state),
      reason: claim.reason,
      decidedAt: claim.decidedAt,
    }));
  },
};

/** What they claimed for missing visits. */
export const exportTables: readonly ExportTable[] = [claims];
