import { Prisma } from "#app/generated.server/prisma/client.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { addMonths, clubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { queryRows } from "#app/platform/query-rows.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import type { Locale } from "#app/platform/words/locale.ts";
import type { KeptState } from "./event-state.ts";
import { type EventWait, type KeptWait, readWait } from "./event-wait.ts";
import type { EventSearch } from "./find-events.ts";
import { STANDING_WAIT } from "./load-event.server.ts";
import { placesLeft } from "./places.ts";
import { type PackedPlaceFacts, placeFacts, readPlaceFacts } from "./places-sql.server.ts";
import { type EventKind, type EventPrice, type LimitUnit, readListedPlan } from "./plan.ts";
import { type Registering, registeringOf } from "./registering.ts";

/** An event as lists show it, in the reader's language. */
export type ListedEvent = {
  id: number;
  slug: string;
  kind: EventKind;
  title: string;
  summary: string;
  drawing: string;
  coverId: number | null;
  startsAt: Date;
  endsAt: Date;
  place: string;
  price: EventPrice;
  goldOnly: boolean;
  registering: Registering;
  left: { unit: LimitUnit; free: number } | null;
  /** That it is still open whether it takes place. */
  wait: EventWait | null;
};

export type EventList = {
  events: ListedEvent[];
  /** The last one that was looked at, where there are more behind it. */
  next: { startsAt: Date; id: number } | null;
  /** Of all events that are not over: to choose from. */
  months: string[];
  kinds: EventKind[];
};

/** How many a page looks at. */
const PAGE = 24;

/**
 * Lists events as everybody sees them, the next first, in one query.
 *
 * @param isGold whether whoever looks is: gold may register earlier.
 * @param now for tests.
 */
export async function loadEvents(
  on: Db,
  search: EventSearch,
  isGold: boolean,
  locale: Locale,
  now = new Date(),
): Promise<EventList> {
  const { timeZone } = await loadClub();
  const { rows, choices } = await loadRows(on, search, timeZone, now);
  const page = rows.slice(0, PAGE).map((row) => listed(row, isGold, locale, now));
  const last = page.at(-1);
  return {
    events: search.free ? page.filter(({ registering }) => isOpen(registering)) : page,
    next: rows.length > PAGE && last ? { startsAt: last.startsAt, id: last.id } : null,
    months: [...new Set(choices.map(([month]) => month))].sort(),
    kinds: [...new Set(choices.map(([, kind]) => kind))].sort(),
  };
}

/** Places can be had, now or once registering begins. */
const isOpen = ({ can }: Registering) =>
  can === "register" || can === "later" || can === "gold-first";

type Row = {
  id: number;
  slug: string;
  state: KeptState;
  plan: unknown;
  facts: PackedPlaceFacts;
  wait: KeptWait | null;
};
type Found = { rows: Row[]; choices: [month: string, kind: EventKind][] };

function listed(row: Row, isGold: boolean, locale: Locale, now: Date): ListedEvent {
  const plan = readListedPlan(row.plan);
  const { full, left } = placesLeft(plan, readPlaceFacts(row.facts));
  return {
    id: row.id,
    slug: row.slug,
    kind: plan.kind,
    title: inLanguage(locale, plan.title),
    summary: inLanguage(locale, plan.summary),
    drawing: plan.drawing,
    coverId: plan.coverId,
    startsAt: plan.startsAt,
    endsAt: plan.endsAt,
    place: inLanguage(locale, plan.place),
    price: plan.price,
    goldOnly: plan.eligible.goldOnly,
    registering: registeringOf(row.state, plan, full, isGold, now),
    left,
    wait: readWait(row.wait, plan, locale, now),
  };
}

async function loadRows(on: Db, search: EventSearch, timeZone: string, now: Date): Promise<Found> {
  const { month, kind, after } = search;
  const time = clubTime(timeZone);
  const first = `${month}-01`;
  const when =
    month === null
      ? Prisma.sql`ends_at > ${now}`
      : Prisma.sql`starts_at >= ${time.startOfDay(first)} and starts_at < ${time.startOfDay(addMonths(first, 1))}`;
  const [found] = await queryRows<Found>(
    on,
    Prisma.sql`
    select
      (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'slug', slug, 'state', state, 'plan', plan,
          'facts', ${placeFacts(Prisma.sql`event.id`)}, 'wait', ${STANDING_WAIT}) order by starts_at, id), '[]')
        from (select * from event
          where state <> 'draft' and ${when} and (${kind}::text is null or plan->>'kind' = ${kind})
            and (starts_at, id) > (${after?.startsAt ?? new Date(0)}::timestamptz, ${after?.id ?? 0}::int)
          order by starts_at, id limit ${PAGE + 1}) event) as rows,
      (select coalesce(jsonb_agg(distinct jsonb_build_array(
          to_char(starts_at at time zone ${timeZone}, 'YYYY-MM'), plan->>'kind')), '[]')
        from event where state <> 'draft' and ends_at > ${now}) as choices`,
  );
  return found ?? { rows: [], choices: [] };
}
