import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Db } from "#app/platform/db.server.ts";
import { queryRows } from "#app/platform/query-rows.server.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";
import { type EventPhase, type KeptState, phaseOf } from "./event-state.ts";
import { type LimitUnit, readPlan } from "./plan.ts";
import { typedFrom } from "./typed-event.ts";

export const keptEventViews = ["upcoming", "past", "drafts"] as const;
export type KeptEventView = (typeof keptEventViews)[number];

export const EVENTS_A_PAGE = 40;

export type KeptEventRow = {
  eventId: number;
  title: InBoth;
  kind: string;
  drawing: string;
  phase: EventPhase;
  startsAt: Date | null;
  endsAt: Date | null;
  seriesId: number | null;
  /** Who comes, and who waits. */
  parties: number;
  people: number;
  waiting: number;
  /** Of the whole event. */
  most: { unit: LimitUnit; most: number }[];
};

type Row = {
  id: number;
  state: KeptState;
  typed: unknown;
  plan: unknown;
  seriesId: number | null;
  parties: number;
  people: number;
  waiting: number;
};

/** Where a page of the list ends: by what it is sorted by. */
export type EventCursor = { at: Date | null; id: number };

/**
 * A page of all events, in one query: those to come from the next on, those that are over from the last back, drafts
 * from the newest back. An event is over once it has ended; a cancelled one stays in its place.
 */
export async function loadKeptEvents(
  on: Db,
  { view, after, now }: { view: KeptEventView; after: EventCursor | null; now: Date },
): Promise<{ events: KeptEventRow[]; next: EventCursor | null }> {
  const rows = await queryRows<Row>(
    on,
    Prisma.sql`
    select event.id, event.state, event.typed, event.plan, event.series_id as "seriesId",
      (select count(*)::int from registration party
        where party.event_id = event.id and party.state = 'registered') as parties,
      (select count(*)::int from registration_person person
        where person.event_id = event.id and person.state = 'coming') as people,
      (select count(*)::int from waitlist_entry entry
        where entry.event_id = event.id and entry.state = 'open') as waiting
    from event where ${IN_VIEW[view](now)} and ${behind(view, after)}
    order by ${ORDER[view]} limit ${EVENTS_A_PAGE + 1}`,
  );
  const events = rows.slice(0, EVENTS_A_PAGE).map((row) => describe(row, now));
  const last = events.at(-1);
  const more = rows.length > EVENTS_A_PAGE && last;
  return { events, next: more ? { at: last.startsAt, id: last.eventId } : null };
}

const IN_VIEW: Record<KeptEventView, (now: Date) => Prisma.Sql> = {
  upcoming: (now) => Prisma.sql`state <> 'draft' and ends_at > ${now}`,
  past: (now) => Prisma.sql`state <> 'draft' and ends_at <= ${now}`,
  drafts: () => Prisma.sql`state = 'draft'`,
};

const ORDER: Record<KeptEventView, Prisma.Sql> = {
  upcoming: Prisma.sql`starts_at, id`,
  past: Prisma.sql`starts_at desc, id desc`,
  drafts: Prisma.sql`id desc`,
};

function behind(view: KeptEventView, after: EventCursor | null): Prisma.Sql {
  if (!after) return Prisma.sql`true`;
  if (view === "drafts") return Prisma.sql`id < ${after.id}`;
  return view === "upcoming"
    ? Prisma.sql`(starts_at, id) > (${after.at}, ${after.id})`
    : Prisma.sql`(starts_at, id) < (${after.at}, ${after.id})`;
}

function describe(row: Row, now: Date): KeptEventRow {
  const { id, state, seriesId, parties, people, waiting } = row;
  const counts = { parties, people, waiting };
  if (row.plan === null) {
    const typed = typedFrom(row.typed);
    return {
      eventId: id,
      title: { en: typed.titleEn, zh: typed.titleZh },
      kind: typed.kind,
      drawing: typed.drawing,
      phase: "draft",
      startsAt: null,
      endsAt: null,
      seriesId,
      most: [],
      ...counts,
    };
  }
  const plan = readPlan(row.plan);
  return {
    eventId: id,
    title: plan.title,
    kind: plan.kind,
    drawing: plan.drawing,
    phase: phaseOf(state, plan, now),
    startsAt: plan.startsAt,
    endsAt: plan.endsAt,
    seriesId,
    most: plan.limits
      .filter(({ session, bracket }) => session === null && bracket === null)
      .map(({ unit, most }) => ({ unit, most })),
    ...counts,
  };
}
