import { code } from "#app/modules/data-export/export-cell.ts";
import type { ExportTable } from "#app/modules/data-export/export-table.ts";
import { readPlan } from "#app/modules/events/plan.ts";
import { db } from "#app/platform/db.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";

const OF_EVENT = { event: { select: { plan: true } } } as const;

const marks: ExportTable = {
  name: "event-attendance",
  columns: ["at", "event", "name", "what", "where"],
  async *rows({ member, locale }) {
    if (!member) return;
    const rows = await db().attendanceMark.findMany({
      where: { registration: { memberId: member.id } },
      orderBy: { at: "asc" },
      select: { at: true, kind: true, gate: true, person: { select: { name: true } }, ...OF_EVENT },
    });
    yield rows.map(({ at, kind, gate, person, event }) => ({
      at,
      event: inLanguage(locale, readPlan(event.plan).title),
      name: person?.name ?? null,
      // A person's "out" is that they come no more.
      what: code(kind === "out" ? "went-out" : kind),
      where: gate,
    }));
  },
};

const delays: ExportTable = {
  name: "early-access",
  columns: ["at", "event", "cause", "until", "note", "state", "reason"],
  async *rows({ member, locale }) {
    if (!member) return;
    const rows = await db().earlyAccessDelay.findMany({
      where: { memberId: member.id },
      orderBy: { id: "asc" },
      include: { registration: { select: OF_EVENT } },
    });
    yield rows.map(({ registration, ...delay }) => ({
      at: delay.createdAt,
      event: inLanguage(locale, readPlan(registration.event.plan).title),
      cause: code(delay.why),
      until: delay.until,
      note: delay.objection,
      state: delay.answer === null ? null : code(delay.answer),
      reason: delay.answerNote,
    }));
  },
};

/** When they came to events, and what followed where they did not. */
export const exportTables: readonly ExportTable[] = [marks, delays];
