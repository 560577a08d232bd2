import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { ExportTable } from "#app/modules/data-export/export-table.ts";
import type { Feature } from "#app/modules/feature.ts";
import { db } from "#app/platform/db.server.ts";

/** The address of a link is a key to no data, so it is in the copy as it is. */
const link: ExportTable = {
  name: "referrer",
  columns: ["at", "referrerToken", "referrerCode", "showsName", "isListed"],
  async *rows({ personId }) {
    const own = await db().referrer.findUnique({ where: { personId } });
    if (!own) return;
    yield [
      {
        at: own.createdAt,
        referrerToken: own.token,
        referrerCode: own.code,
        showsName: own.showsName,
        isListed: own.isListed,
      },
    ];
  },
};

export const referrersFeature: Feature = {
  exportTables: [link],
  erasure: {
    // After the leads, which go on without whoever named them.
    erase: (tx, { personId }) => tx.referrer.deleteMany({ where: { personId } }),
    remains: Prisma.sql`exists (select from referrer where person_id = person.id)`,
  },
};
