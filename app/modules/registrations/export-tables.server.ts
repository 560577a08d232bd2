import { code } from "#app/modules/data-export/export-cell.ts";
import type { ExportTable } from "#app/modules/data-export/export-table.ts";
import { readPlan } from "#app/modules/events/plan.ts";
import { answerWords, type KeptAnswer } from "#app/modules/parties/registration.ts";
import { db } from "#app/platform/db.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import type { Locale } from "#app/platform/words/locale.ts";

const parties: ExportTable = {
  name: "event-registrations",
  columns: ["at", "event", "startsAt", "state", "pieces", "points", "plate", "phone", "answers"],
  async *rows({ member, locale }) {
    if (!member) return;
    const rows = await db().registration.findMany({
      where: { memberId: member.id },
      orderBy: { id: "asc" },
      include: { event: { select: { plan: true } }, _count: { select: { people: true } } },
    });
    yield rows.map(({ event, _count, ...party }) => {
      const { title, startsAt } = readPlan(event.plan);
      return {
        at: party.createdAt,
        event: inLanguage(locale, title),
        startsAt,
        state: code(party.state),
        pieces: _count.people,
        points: party.points,
        plate: party.carPlate,
        phone: party.phone,
        answers: answersCell(party.answers, locale),
      };
    });
  },
};

const people: ExportTable = {
  name: "event-people",
  columns: ["event", "name", "birthDate", "role", "state", "phone", "consents", "answers"],
  async *rows({ member, locale }) {
    if (!member) return;
    const rows = await db().registrationPerson.findMany({
      where: { registration: { memberId: member.id } },
      orderBy: { id: "asc" },
      include: { event: { select: { plan: true } } },
    });
    yield rows.map(({ event, ...person }) => ({
      event: inLanguage(locale, readPlan(event.plan).title),
      name: person.name,
      birthDate: person.birthDate?.toISOString().slice(0, 10) ?? null,
      role: code(person.role),
      state: code(person.state),
      phone: person.phone,
      consents: person.consents.join(", "),
      answers: answersCell(person.answers, locale),
    }));
  },
};

const care: ExportTable = {
  name: "event-care",
  columns: ["event", "name", "phone", "collector", "note"],
  async *rows({ member, locale }) {
    if (!member) return;
    const rows = await db().registrationCare.findMany({
      where: { registration: { memberId: member.id } },
      orderBy: { registrationId: "asc" },
      include: { registration: { select: { event: { select: { plan: true } } } } },
    });
    yield rows.map(({ registration, ...told }) => ({
      event: inLanguage(locale, readPlan(registration.event.plan).title),
      name: told.emergencyName,
      phone: told.emergencyPhone,
      collector: told.collectors,
      note: Object.values(told.allergies as Record<string, string>).join(", "),
    }));
  },
};

const steps: ExportTable = {
  name: "event-steps",
  columns: ["at", "event", "state", "kind", "name"],
  async *rows({ member, locale }) {
    if (!member) return;
    const rows = await db().registrationStep.findMany({
      where: { registration: { memberId: member.id } },
      orderBy: { id: "asc" },
      include: {
        registration: {
          select: {
            event: { select: { plan: true } },
            people: { select: { id: true, name: true } },
          },
        },
      },
    });
    yield rows.map(({ createdAt, step, detail, registration }) => {
      // Of what was said for a child: what, and for whom.
      const { consent, person } = detail as { consent?: string; person?: number };
      return {
        at: createdAt,
        event: inLanguage(locale, readPlan(registration.event.plan).title),
        state: code(step),
        kind: code(consent ?? null),
        name: registration.people.find(({ id }) => id === person)?.name ?? null,
      };
    });
  },
};

/** Questions with their answers, in one cell. */
const answersCell = (kept: unknown, locale: Locale): string =>
  (kept as KeptAnswer[])
    .map((answer) => [inLanguage(locale, answer.label), answerWords(answer, locale)].join(": "))
    .join("; ");

/** Which events they registered for, with whom, and what became of it. */
export const exportTables: readonly ExportTable[] = [parties, people, care, steps];
