import { code } from "#app/modules/data-export/export-cell.ts";
import type { ExportTable } from "#app/modules/data-export/export-table.ts";
import { db } from "#app/platform/db.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import type { Locale } from "#app/platform/words/locale.ts";

const prizes: ExportTable = {
  name: "contest-results",
  columns: ["at", "contest", "who", "number", "place", "prize", "points", "state"],
  async *rows({ member, locale }) {
    if (member) yield await rowsOf(member.id, locale);
  },
};

/** The places of a member's families in every ranking that was published, with what they won by it. */
async function rowsOf(memberId: number, locale: Locale) {
  const places = await db().contestPlace.findMany({
    where: { entry: { registration: { memberId } } },
    orderBy: [{ rankingId: "asc" }, { rank: "asc" }],
    select: {
      ...{ rank: true, rankingId: true },
      ranking: {
        select: { publishedAt: true, contest: { select: { titleEn: true, titleZh: true } } },
      },
      prize: { select: { titleEn: true, titleZh: true } },
      entry: {
        select: {
          ...{ number: true, person: { select: { name: true } } },
          awards: {
            where: { registration: { memberId } },
            select: {
              ...{
                rankingId: true,
                points: true,
                handedOverAt: true,
                givenUpAt: true,
                endedAt: true,
              },
            },
          },
        },
      },
    },
  });
  return places.map(({ rank, rankingId, ranking, prize, entry }) => {
    const { titleEn: en, titleZh: zh } = ranking.contest;
    const award = entry.awards.find((each) => each.rankingId === rankingId);
    return {
      ...{ at: ranking.publishedAt, contest: inLanguage(locale, { en, zh }) },
      ...{ who: entry.person?.name ?? null, number: entry.number, place: rank },
      prize: prize && inLanguage(locale, { en: prize.titleEn, zh: prize.titleZh }),
      points: award?.points ?? null,
      state: award ? code(stateOf(award)) : null,
    };
  });
}

function stateOf(award: {
  endedAt: Date | null;
  handedOverAt: Date | null;
  givenUpAt: Date | null;
}): "ended" | "handed-over" | "not-collected" | "won" {
  if (award.endedAt) return "ended";
  if (award.handedOverAt) return "handed-over";
  return award.givenUpAt ? "not-collected" : "won";
}

/** How a member's families did in contests, and what they won. */
export const exportTables: readonly ExportTable[] = [prizes];
