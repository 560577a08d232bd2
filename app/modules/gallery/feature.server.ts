import type { ExportTable } from "#app/modules/data-export/export-table.ts";
import type { Feature } from "#app/modules/feature.ts";
import { db } from "#app/platform/db.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";

const favourites: ExportTable = {
  name: "favourites",
  columns: ["at", "contest", "entry"],
  async *rows({ personId, locale }) {
    const rows = await db().contestFavourite.findMany({
      where: { personId },
      orderBy: { id: "asc" },
      select: {
        createdAt: true,
        entry: { select: { number: true, contest: { select: { titleEn: true, titleZh: true } } } },
      },
    });
    yield rows.map(({ createdAt, entry: { number, contest } }) => ({
      at: createdAt,
      contest: inLanguage(locale, { en: contest.titleEn, zh: contest.titleZh }),
      entry: String(number),
    }));
  },
};

export const galleryFeature: Feature = {
  exportTables: [favourites],
  erasure: {
    erase: (tx, { personId }) => tx.contestFavourite.deleteMany({ where: { personId } }),
  },
};
