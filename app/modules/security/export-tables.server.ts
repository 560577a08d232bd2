import { code } from "#app/modules/data-export/export-cell.ts";
import type { ExportTable } from "#app/modules/data-export/export-table.ts";
import { db } from "#app/platform/db.server.ts";

const signIns: ExportTable = {
  name: "sign-ins",
  columns: ["at", "seenAt", "method", "browser", "address"],
  async *rows({ personId }) {
    const sessions = await db().session.findMany({
      where: { personId },
      orderBy: { createdAt: "asc" },
    });
    yield sessions.map(({ createdAt, seenAt, method, userAgent, address }) => ({
      at: createdAt,
      seenAt,
      method: code(method),
      browser: userAgent,
      address,
    }));
    const passkeys = await db().passkey.findMany({
      where: { personId },
      orderBy: { createdAt: "asc" },
    });
    yield passkeys.map(({ createdAt, lastUsedAt, name }) => ({
      at: createdAt,
      seenAt: lastUsedAt,
      method: code("passkey"),
      browser: name,
      address: null,
    }));
  },
};

/** Where and how they signed in. */
export const exportTables: readonly ExportTable[] = [signIns];
