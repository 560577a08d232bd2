import type { ExportTable } from "#app/modules/data-export/export-table.ts";
import { db } from "#app/platform/db.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";

const goals: ExportTable = {
  name: "gift-goals",
  columns: ["at", "what", "points"],
  async *rows({ member, locale }) {
    if (!member) return;
    const saved = await db().giftGoal.findMany({
      where: { memberId: member.id },
      orderBy: { createdAt: "asc" },
      include: { gift: { select: { titleEn: true, titleZh: true } } },
    });
    yield saved.map(({ createdAt, points, gift }) => ({
      at: createdAt,
      what: inLanguage(locale, { en: gift.titleEn, zh: gift.titleZh }),
      points,
    }));
  },
};

/** What they save for. */
export const exportTables: readonly ExportTable[] = [goals];
