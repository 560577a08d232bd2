import { Prisma } from "#app/generated.server/prisma/client.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import type { KeptState } from "#app/modules/events/event-state.ts";
import { type KeptWait, readWait, undecidedWords } from "#app/modules/events/event-wait.ts";
import { STANDING_WAIT } from "#app/modules/events/load-event.server.ts";
import { readPlan, timesFor } from "#app/modules/events/plan.ts";
import { eventUrl } from "#app/modules/events/structured-event.ts";
import type { Db } from "#app/platform/db.server.ts";
import { queryRows } from "#app/platform/query-rows.server.ts";
import { translator } from "#app/platform/words/catalogs.server.ts";
import { formatMoment } from "#app/platform/words/format.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { isLocale, type Locale } from "#app/platform/words/locale.ts";
import type { CalendarEntry } from "./ics.ts";

type Row = {
  id: number;
  slug: string;
  uid: string;
  state: KeptState;
  version: number;
  plan: unknown;
  changedAt: Date;
  wait: KeptWait | null;
  /** How often it was said that it is open whether it takes place, and that it does. */
  waits: number;
};

/** What every row of an event brings, over the table `event`. */
const EVENT = Prisma.sql`event.id, event.slug, event.calendar_uid as uid, event.state, event.version, event.plan,
  greatest(event.cancelled_at, event.published_at,
    (select max(created_at) from event_version where event_id = event.id),
    (select max(greatest(created_at, settled_at)) from event_wait where event_id = event.id)) as "changedAt",
  ${STANDING_WAIT} as wait,
  (select count(*)::int + count(settled)::int from event_wait where event_id = event.id) as waits`;

/**
 * Reads an event that was published, as a calendar keeps it; null for one that nobody may see.
 *
 * @param origin of the club's site.
 * @param now for tests.
 */
export async function loadCalendarEntry(
  on: Db,
  slug: string,
  locale: Locale,
  origin: string,
  now = new Date(),
): Promise<CalendarEntry | null> {
  const [[row], { timeZone }] = await Promise.all([
    queryRows<Row>(
      on,
      Prisma.sql`select ${EVENT} from event where slug = ${slug} and state <> 'draft'`,
    ),
    loadClub(),
  ]);
  if (!row) return null;
  const own = { url: eventUrl(origin, row.slug), session: null, waits: false };
  return entryOf(row, own, { locale, timeZone, now });
}

export type OwnCalendar = { locale: Locale; entries: CalendarEntry[] };

/** How long a calendar still tells of what is over. */
const PAST = Prisma.sql`interval '90 days'`;

/**
 * Reads what a member comes to or waits for, by the secret of their calendar's address; with what was cancelled of
 * it, so that their calendar takes it out.
 *
 * @param now for tests.
 * @returns null for a secret of nobody.
 */
export async function loadOwnCalendar(
  on: Db,
  token: string,
  origin: string,
  now = new Date(),
): Promise<OwnCalendar | null> {
  const { timeZone } = await loadClub();
  const rows = await queryRows<OwnRow>(
    on,
    Prisma.sql`
    select person.locale, ${EVENT}, party.id as "registrationId", party.state = 'waiting' as "isWaiting", party.session
    from calendar_feed feed
    join member on member.id = feed.member_id
    join person on person.id = member.person_id and person.closed_at is null
    left join registration party on party.member_id = member.id
      and (party.state in ('registered', 'waiting') or exists (select from event gone
        where gone.id = party.event_id and gone.state = 'cancelled' and party.ended_at >= gone.cancelled_at))
    left join event on event.id = party.event_id and event.ends_at > ${now}::timestamptz - ${PAST}
    where feed.token = ${token}
    order by event.starts_at, event.id`,
  );
  const [first] = rows;
  if (!first) return null;
  const locale = isLocale(first.locale) ? first.locale : "en";
  return {
    locale,
    entries: rows.flatMap((row) => {
      if (row.id === null) return [];
      const url = `${origin}/my/registrations/${row.registrationId}`;
      const own = { url, session: row.session, waits: row.isWaiting };
      return [entryOf(row, own, { locale, timeZone, now })];
    }),
  };
}

/** An event of theirs; of a member without one, only their language. */
type OwnRow = { locale: string | null } & (
  | (Row & { registrationId: number; isWaiting: boolean; session: string | null })
  | { id: null }
);

/**
 * @param own what leads to it, the session that was chosen, and whether its keeper waits for places.
 */
function entryOf(
  { uid, state, version, changedAt, ...row }: Row,
  own: { url: string; session: string | null; waits: boolean },
  { locale, timeZone, now }: { locale: Locale; timeZone: string; now: Date },
): CalendarEntry {
  const plan = readPlan(row.plan);
  const { startsAt, endsAt } = timesFor(plan, own.session);
  const say = (text: { en: string; zh: string }) => inLanguage(locale, text);
  const isCancelled = state === "cancelled";
  const wait = readWait(row.wait, plan, locale, now);
  const undecided =
    wait && undecidedWords(wait, formatMoment(wait.decideBy, locale, timeZone), translator(locale));
  return {
    uid,
    // Cancelling is no new version of the plan, and neither is what is said about the weather; both are news to a calendar.
    sequence: version + row.waits + (isCancelled ? 1 : 0),
    status: isCancelled ? "CANCELLED" : own.waits || wait ? "TENTATIVE" : "CONFIRMED",
    isBusy: !isCancelled && !own.waits,
    startsAt,
    endsAt,
    title: say(plan.title),
    about: [undecided, say(plan.summary), plan.contactPhone, own.url].filter(Boolean).join("\n"),
    place: [say(plan.place), say(plan.address)].filter(Boolean).join(", "),
    url: own.url,
    changedAt,
  };
}
