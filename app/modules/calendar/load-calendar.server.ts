import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { KeptState } from "#app/modules/events/event-state.ts";
import { type EventPlan, readPlan, timesFor } from "#app/modules/events/plan.ts";
import { eventUrl } from "#app/modules/events/structured-event.ts";
import type { Db } from "#app/platform/db.server.ts";
import { queryRows } from "#app/platform/query-rows.server.ts";
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
};

/** What every row of an event brings, over the table `event`. */
const EVENT = Prisma.sql`event.id, event.slug, event.calendar_uid as uid, event.state, event.version, event.plan,
  greatest(event.cancelled_at, event.published_at,
    (select max(created_at) from event_version where event_id = event.id)) as "changedAt"`;

/**
 * Reads an event that was published, as a calendar keeps it; null for one that nobody may see.
 *
 * @param origin of the club's site.
 */
export async function loadCalendarEntry(
  on: Db,
  slug: string,
  locale: Locale,
  origin: string,
): Promise<CalendarEntry | null> {
  const [row] = await queryRows<Row>(
    on,
    Prisma.sql`select ${EVENT} from event where slug = ${slug} and state <> 'draft'`,
  );
  if (!row) return null;
  const plan = readPlan(row.plan);
  return entryOf(row, plan, { startsAt: plan.startsAt, endsAt: plan.endsAt }, locale, {
    url: eventUrl(origin, row.slug),
    status: "CONFIRMED",
  });
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
  const rows = await queryRows<OwnRow>(
    on,
    Prisma.sql`
    select person.locale, ${EVENT}, party.id as "registrationId", party.state = 'waiting' as waits, party.session
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
      const plan = readPlan(row.plan);
      const { startsAt, endsAt } = timesFor(plan, row.session);
      return [
        entryOf(row, plan, { startsAt, endsAt }, locale, {
          url: `${origin}/my/registrations/${row.registrationId}`,
          status: row.waits ? "TENTATIVE" : "CONFIRMED",
        }),
      ];
    }),
  };
}

/** An event of theirs; of a member without one, only their language. */
type OwnRow = { locale: string | null } & (
  | (Row & { registrationId: number; waits: boolean; session: string | null })
  | { id: null }
);

function entryOf(
  { uid, state, version, changedAt }: Row,
  plan: EventPlan,
  times: { startsAt: Date; endsAt: Date },
  locale: Locale,
  { url, status }: Pick<CalendarEntry, "url" | "status">,
): CalendarEntry {
  const say = (text: { en: string; zh: string }) => inLanguage(locale, text);
  const isCancelled = state === "cancelled";
  return {
    uid,
    // Cancelling is no new version of the plan, but news to a calendar.
    sequence: version + (isCancelled ? 1 : 0),
    status: isCancelled ? "CANCELLED" : status,
    ...times,
    title: say(plan.title),
    about: [say(plan.summary), plan.contactPhone, url].filter(Boolean).join("\n"),
    place: [say(plan.place), say(plan.address)].filter(Boolean).join(", "),
    url,
    changedAt,
  };
}
