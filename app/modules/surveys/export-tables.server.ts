import type { ExportTable } from "#app/modules/data-export/export-table.ts";
import { readPlan } from "#app/modules/events/plan.ts";
import { db } from "#app/platform/db.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import type { BestThing } from "./questions.ts";

const surveys: ExportTable = {
  name: "surveys",
  columns: ["at", "event", "score", "best", "recommends", "words", "ownWords", "named"],
  async *rows({ member, locale, t }) {
    if (!member) return;
    const answers = await db().surveyAnswer.findMany({
      where: { ask: { registration: { memberId: member.id } } },
      orderBy: { id: "asc" },
      include: { survey: { select: { event: { select: { plan: true } } } } },
    });
    yield answers.map(({ survey, score, best, recommends, words, ownWords, named, createdAt }) => ({
      at: createdAt,
      event: inLanguage(locale, readPlan(survey.event.plan).title),
      best: best.map((thing) => t(`surveys.best.${thing as BestThing}`)).join(" · ") || null,
      ...{ score, recommends, named, words: words || null, ownWords: ownWords || null },
    }));
  },
};

/** What they said of the events that they came to. */
export const exportTables: readonly ExportTable[] = [surveys];
