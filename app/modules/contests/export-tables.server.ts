import { code } from "#app/modules/data-export/export-cell.ts";
import type { ExportTable } from "#app/modules/data-export/export-table.ts";
import { db } from "#app/platform/db.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { bestOf, showValue } from "./measured.ts";
import { readTerms } from "./terms.ts";

const entries: ExportTable = {
  name: "contest-entries",
  columns: ["at", "contest", "name", "entry", "result", "state"],
  async *rows({ member, locale }) {
    if (!member) return;
    const rows = await db().contestEntry.findMany({
      where: { registration: { memberId: member.id } },
      orderBy: { id: "asc" },
      select: {
        ...{ createdAt: true, number: true, state: true },
        person: { select: { name: true } },
        contest: { select: { titleEn: true, titleZh: true, kind: true, terms: true } },
        attempts: { where: { takenBackAt: null }, select: { value: true } },
      },
    });
    yield rows.map(({ createdAt, number, state, person, contest, attempts }) => {
      const terms = readTerms(contest.kind, contest.terms);
      const values = attempts.map(({ value }) => value);
      const best = terms.kind === "measured" ? bestOf(values, terms.better) : null;
      return {
        at: createdAt,
        contest: inLanguage(locale, { en: contest.titleEn, zh: contest.titleZh }),
        name: person?.name ?? null,
        entry: String(number),
        result: best === null || terms.kind !== "measured" ? null : showValue(best, terms.measure),
        state: state === "in" ? null : code("withdrawn"),
      };
    });
  },
};

const votes: ExportTable = {
  name: "contest-votes",
  columns: ["at", "contest", "entry"],
  async *rows({ member, locale }) {
    if (!member) return;
    const rows = await db().contestVote.findMany({
      where: { registration: { memberId: member.id } },
      orderBy: { createdAt: "asc" },
      select: {
        createdAt: true,
        contest: { select: { titleEn: true, titleZh: true } },
        entry: { select: { number: true } },
      },
    });
    yield rows.map(({ createdAt, contest, entry }) => ({
      at: createdAt,
      contest: inLanguage(locale, { en: contest.titleEn, zh: contest.titleZh }),
      entry: String(entry.number),
    }));
  },
};

/** What their families entered into contests, and for whom they voted. */
export const exportTables: readonly ExportTable[] = [entries, votes];
