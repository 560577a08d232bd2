import { Prisma } from "#app/generated.server/prisma/client.ts";
import { type EventWait, type KeptWait, readWait } from "#app/modules/events/event-wait.ts";
import { STANDING_WAIT } from "#app/modules/events/load-event.server.ts";
import { type EventKind, readListedPlan, timesFor } from "#app/modules/events/plan.ts";
import type { RegistrationState } from "#app/modules/parties/registration.ts";
import type { Db } from "#app/platform/db.server.ts";
import { queryRows } from "#app/platform/query-rows.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import type { Locale } from "#app/platform/words/locale.ts";

/** A party of a member, as lists show it. */
export type ListedRegistration = {
  id: number;
  state: RegistrationState;
  slug: string;
  kind: EventKind;
  title: string;
  drawing: string;
  coverId: number | null;
  place: string;
  startsAt: Date;
  endsAt: Date;
  isCancelled: boolean;
  isOver: boolean;
  /** Whether they came, once that is known. */
  came: { outcome: "came" | "no-show" | "excused" } | null;
  coming: number;
  waiting: number;
  /** Until when an offer of places holds, where there is one. */
  offerEndsAt: Date | null;
  /** That it is still open whether the event takes place. */
  wait: EventWait | null;
};

type Row = Pick<
  ListedRegistration,
  "id" | "state" | "slug" | "came" | "coming" | "waiting" | "offerEndsAt"
> & {
  plan: unknown;
  session: string | null;
  eventState: string;
  wait: KeptWait | null;
};

/** The most that a list shows: some years of it. */
const MOST = 60;

/**
 * Lists a member's parties.
 *
 * @param which `ahead`: those that come or wait for what is not over, the next first; `all`: with those that are
 *   history, the latest first.
 */
export async function loadOwnRegistrations(
  on: Db,
  memberId: number,
  which: "ahead" | "all",
  locale: Locale,
  now = new Date(),
): Promise<ListedRegistration[]> {
  const ahead = which === "ahead";
  const rows = await queryRows<Row>(
    on,
    Prisma.sql`
    select party.id, party.state, party.session, event.slug, event.plan, event.state as "eventState",
      (select jsonb_build_object('outcome', outcome.outcome) from attendance_outcome outcome
        where outcome.registration_id = party.id) as came,
      (select count(*)::int from registration_person where registration_id = party.id and state = 'coming') as coming,
      (select count(*)::int from registration_person where registration_id = party.id and state = 'waiting') as waiting,
      (select offer.ends_at from waitlist_offer offer join waitlist_entry entry on entry.id = offer.entry_id
        where entry.registration_id = party.id and offer.state = 'open') as "offerEndsAt",
      ${STANDING_WAIT} as wait
    from registration party join event on event.id = party.event_id
    where party.member_id = ${memberId}
      and (not ${ahead}::boolean or party.state in ('registered', 'waiting') and event.ends_at > ${now})
    order by case when ${ahead}::boolean then event.starts_at end, event.starts_at desc, party.id desc
    limit ${MOST}`,
  );
  return rows.map(({ plan: kept, session: key, eventState, wait, ...row }) => {
    const plan = readListedPlan(kept);
    const { startsAt, endsAt } = timesFor(plan, key);
    return {
      ...row,
      kind: plan.kind,
      title: inLanguage(locale, plan.title),
      drawing: plan.drawing,
      coverId: plan.coverId,
      place: inLanguage(locale, plan.place),
      startsAt,
      endsAt,
      isCancelled: eventState === "cancelled",
      isOver: now >= plan.endsAt,
      wait: readWait(wait, plan, locale, now),
    };
  });
}

/** What is shown at the door of an event. */
export type DoorCode = {
  id: number;
  token: string;
  code: string;
  title: string;
  place: string;
  startsAt: Date;
  endsAt: Date;
};

/** As many events as somebody may be on the way to. */
const NEXT = 3;

/** What a member's parties that come show at the doors of their next events. */
export async function loadDoorCodes(
  on: Db,
  memberId: number,
  locale: Locale,
  now = new Date(),
): Promise<DoorCode[]> {
  const rows = await queryRows<
    Pick<DoorCode, "id" | "token" | "code"> & { plan: unknown; session: string | null }
  >(
    on,
    Prisma.sql`
    select party.id, party.token, party.code, party.session, event.plan
    from registration party join event on event.id = party.event_id
    where party.member_id = ${memberId} and party.state = 'registered'
      and event.state = 'published' and event.ends_at > ${now}
    order by event.starts_at, party.id limit ${NEXT}`,
  );
  return rows.map(({ plan: kept, session, ...row }) => {
    const plan = readListedPlan(kept);
    const { startsAt, endsAt } = timesFor(plan, session);
    return {
      ...row,
      title: inLanguage(locale, plan.title),
      place: inLanguage(locale, plan.place),
      startsAt,
      endsAt,
    };
  });
}

/** A member's party that comes to an event or waits for it; null where there is none. */
export async function findOwnRegistration(
  on: Db,
  eventId: number,
  memberId: number,
): Promise<number | null> {
  const [own] = await queryRows<{ id: number }>(
    on,
    Prisma.sql`select id from registration where event_id = ${eventId} and member_id = ${memberId}
      and state in ('registered', 'waiting')`,
  );
  return own?.id ?? null;
}
