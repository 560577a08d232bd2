import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Day } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";
import type { Moved } from "./balance-transaction.ts";
import type { DifferenceFacts, DifferenceState } from "./difference.ts";
import { readFacts } from "./note-differences.server.ts";
import { dateOf, readDate } from "./reconciliation-day.ts";

export type DifferenceListed = DifferenceFacts & {
  id: number;
  day: Day;
  what: Moved;
  subject: string;
  state: DifferenceState;
  openedAt: Date;
  solvedAt: Date | null;
  /** What it concerns, where the club knows it. */
  payment: { id: number; title: InBoth; memberNumber: string } | null;
};

export type DifferencePage = DifferenceListed & {
  foundAt: Date;
  /** The latest first. */
  answers: (DifferenceFacts & { id: number; done: string; by: string; at: Date })[];
};

const SHOWN = {
  payment: {
    select: { id: true, titleEn: true, titleZh: true, member: { select: { number: true } } },
  },
} satisfies Prisma.ReconciliationDifferenceInclude;

type Row = Prisma.ReconciliationDifferenceGetPayload<{ include: typeof SHOWN }>;

/** Those that wait for an answer, the oldest day first. */
export async function loadOpenDifferences(db: Db, limit: number): Promise<DifferenceListed[]> {
  const rows = await db.reconciliationDifference.findMany({
    where: { state: "open" },
    orderBy: [{ day: "asc" }, { id: "asc" }],
    take: limit,
    include: SHOWN,
  });
  return rows.map(listed);
}

/** All that was found on a day, those that wait for an answer first. */
export async function loadDifferencesOf(db: Db, day: Day): Promise<DifferenceListed[]> {
  const rows = await db.reconciliationDifference.findMany({
    where: { day: dateOf(day) },
    orderBy: { id: "asc" },
    include: SHOWN,
  });
  return rows
    .map(listed)
    .sort((one, other) => Number(other.state === "open") - Number(one.state === "open"));
}

/** One with what was done about it; null where there is none. */
export async function loadDifference(db: Db, id: number): Promise<DifferencePage | null> {
  const row = await db.reconciliationDifference.findUnique({
    where: { id },
    include: { ...SHOWN, answers: { orderBy: { id: "desc" } } },
  });
  if (!row) return null;
  const people = await db.person.findMany({
    where: { id: { in: row.answers.map(({ answeredBy }) => answeredBy) } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map((person) => [person.id, person.name]));
  return {
    ...listed(row),
    foundAt: row.foundAt,
    answers: row.answers.map((answer) => ({
      ...readFacts(answer),
      id: answer.id,
      done: answer.done,
      by: names.get(answer.answeredBy) ?? "—",
      at: answer.answeredAt,
    })),
  };
}

const listed = (row: Row): DifferenceListed => ({
  ...readFacts(row),
  id: row.id,
  day: readDate(row.day),
  what: row.what as Moved,
  subject: row.subject,
  state: row.state as DifferenceState,
  openedAt: row.openedAt,
  solvedAt: row.solvedAt,
  payment: row.payment && {
    id: row.payment.id,
    title: { en: row.payment.titleEn, zh: row.payment.titleZh },
    memberNumber: row.payment.member.number,
  },
});

/** How many wait and since when, as `WaitingFacts`. */
export const openDifferences = Prisma.sql`
  select jsonb_build_object('count', count(*), 'oldest', min(opened_at))
  from reconciliation_difference where state = 'open'`;

/** Days that should have been read for hours, as `WaitingFacts`. */
export const missingDays = Prisma.sql`
  select jsonb_build_object('count', count(*), 'oldest', min(ends_at))
  from reconciliation_day where read_at is null and failed_at is not null and ends_at < now() - interval '3 hours'`;
