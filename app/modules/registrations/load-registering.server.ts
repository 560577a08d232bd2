import { Prisma } from "#app/generated.server/prisma/client.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { describeEvent, type EventPage } from "#app/modules/events/event-page.ts";
import { loadPublishedEvent } from "#app/modules/events/load-event.server.ts";
import type { EventPlan } from "#app/modules/events/plan.ts";
import { balanceOf } from "#app/modules/ledger/account-sql.server.ts";
import { loadRegistrant } from "#app/modules/parties/load-registrant.server.ts";
import { type MayRegister, mayRegister } from "#app/modules/parties/may-register.ts";
import { addMonths, clubTime, type Day } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { queryRows } from "#app/platform/query-rows.server.ts";
import type { Locale } from "#app/platform/words/locale.ts";

/** What the form shows of whoever would register. */
export type RegisteringPage = {
  page: EventPage;
  plan: EventPlan;
  version: number;
  /** On which ages count. */
  eventDay: Day;
  today: Day;
  may: MayRegister;
  /** A party of theirs that is registered or waits already. */
  existing: number | null;
  name: string;
  phone: string;
  /** Points that they can spend. */
  available: number;
  /** The plates of their cars. */
  plates: string[];
};

type Own = {
  name: string;
  phone: string | null;
  available: bigint;
  existing: number | null;
  plates: string[];
};

/**
 * Reads what a member sees before they register for an event.
 *
 * @param atDesk staff register for them, also before and after everybody may.
 * @param now for tests.
 * @returns null for an event that nobody may see.
 */
export async function loadRegistering(
  on: Db,
  slug: string,
  memberId: number,
  { locale, atDesk = false }: { locale: Locale; atDesk?: boolean },
  now = new Date(),
): Promise<RegisteringPage | null> {
  const [event, registrant, own, { timeZone }] = await Promise.all([
    loadPublishedEvent(on, slug),
    loadRegistrant(on, memberId, now),
    loadOwn(on, slug, memberId, now),
    loadClub(),
  ]);
  if (!event) return null;
  const { plan } = event;
  const time = clubTime(timeZone);
  const today = time.dayOf(now);
  const months = plan.eligible.activeWithinMonths;
  const activeSince = months === null ? null : time.startOfDay(addMonths(today, -months));
  const state = event.state === "cancelled" ? "cancelled" : "published";
  return {
    page: describeEvent(event, registrant.tier === "gold", locale, now),
    plan,
    version: event.version,
    eventDay: time.dayOf(plan.startsAt),
    today,
    may: mayRegister(state, plan, registrant, { now, activeSince, atDesk }),
    existing: own.existing,
    name: own.name,
    phone: own.phone ?? "",
    available: Number(own.available),
    plates: own.plates,
  };
}

async function loadOwn(on: Db, slug: string, memberId: number, now: Date): Promise<Own> {
  const [own] = await queryRows<Own>(
    on,
    Prisma.sql`
    select person.name, person.phone, balance.available,
      (select registration.id from registration join event on event.id = registration.event_id
        where event.slug = ${slug} and registration.member_id = member.id
          and registration.state in ('registered', 'waiting')) as existing,
      (select coalesce(jsonb_agg(car.plate order by holding.starts_at desc), '[]')
        from car_holding holding join car on car.id = holding.car_id
        where holding.member_id = member.id and holding.ends_at is null and car.plate is not null) as plates
    from member join person on person.id = member.person_id
    cross join lateral ${balanceOf(Prisma.sql`member.account_id`, Prisma.sql`${now}::timestamptz`)} balance
    where member.id = ${memberId}`,
  );
  if (!own) throw new Error(`There is no member ${memberId}.`);
  return own;
}
