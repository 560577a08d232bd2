import { Prisma } from "#app/generated.server/prisma/client.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { ageOn, isUnplaced } from "#app/modules/events/brackets.ts";
import { type EventWait, type KeptWait, readWait } from "#app/modules/events/event-wait.ts";
import { STANDING_WAIT } from "#app/modules/events/load-event.server.ts";
import type { EventPlan } from "#app/modules/events/plan.ts";
import { readPlan } from "#app/modules/events/plan.ts";
import type { CancelTerms } from "#app/modules/parties/cancel-terms.ts";
import { MOVED_FOR_PARTY } from "#app/modules/parties/party-facts.server.ts";
import type { PersonState, RegistrationState } from "#app/modules/parties/registration.ts";
import { givenUpMinor, refundedMinor } from "#app/modules/payments/payment-sql.server.ts";
import { type LinePlace, loadLinePlace } from "#app/modules/seats/load-line-place.server.ts";
import { clubTime, type Day } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { queryRows } from "#app/platform/query-rows.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import type { Locale } from "#app/platform/words/locale.ts";
import { loadCancelTerms } from "./load-cancel-terms.server.ts";

export type OwnPerson = {
  id: number;
  name: string;
  role: "adult" | "child";
  state: PersonState;
  /** Of whoever has a birth date, on the event's day. */
  age: number | null;
  bracket: string | null;
  drives: boolean;
  /** A child that fits no age group any more, and keeps its place. */
  isUnplaced: boolean;
  /** Their place waits for a second payment: the others of the party have paid. */
  unpaid: boolean;
};

/** A party as its member sees it, in their language. */
export type OwnRegistration = {
  id: number;
  state: RegistrationState;
  endReason: string | null;
  /** What the QR shows, and the characters below it. */
  token: string;
  code: string;
  event: {
    slug: string;
    title: string;
    place: string;
    address: string;
    isCancelled: boolean;
    cancelReason: string | null;
    isOver: boolean;
    /** That it is still open whether it takes place. */
    wait: EventWait | null;
    /** That whoever comes gets, of its member. */
    attendancePoints: number;
  };
  session: string | null;
  /** Of their session, where they chose one. */
  startsAt: Date;
  endsAt: Date;
  people: OwnPerson[];
  cars: number;
  carPlate: string | null;
  points: number;
  isDeposit: boolean;
  moneyMinor: number;
  currency: string | null;
  /** The last of its payments, with what it comes to and until when it must have come; ISO 8601. */
  payment: OwnPayment | null;
  /** Money of it that is to come back, and that has gone back or is on its way. */
  backMinor: number;
  refundedMinor: number;
  /** What became of what was paid when it was last cancelled, or given back since; null where nothing was. */
  back: "returned" | "kept" | "finance" | null;
  /** Whether they came, once that is known; with a deposit that came back or was kept, and points for coming. */
  came: OwnOutcome | null;
  /** When something happened to it last. */
  changedAt: Date;
  /** What of the event moved since they registered, and they have not agreed to; with the version to agree to. */
  moved: { what: string[]; version: number } | null;
  line: LinePlace | null;
  /** What cancelling would do now; null where there is nothing to cancel. */
  terms: CancelTerms | null;
};

type OwnOutcome = {
  outcome: "came" | "no-show" | "excused";
  deposit: "returned" | "kept" | null;
  points: boolean;
};

type OwnPayment = {
  id: number;
  state: string;
  amountMinor: number;
  /** To the minute. */
  payBy: string | null;
};

/** Without what its QR shows, which a page draws and does not carry. */
export type ShownRegistration = Omit<OwnRegistration, "token">;

type Row = Pick<
  OwnRegistration,
  | "id"
  | "state"
  | "endReason"
  | "token"
  | "code"
  | "cars"
  | "carPlate"
  | "points"
  | "isDeposit"
  | "moneyMinor"
  | "backMinor"
  | "refundedMinor"
  | "back"
  | "came"
  | "changedAt"
> & {
  eventId: number;
  slug: string;
  eventState: string;
  cancelReason: string | null;
  plan: unknown;
  wait: KeptWait | null;
  version: number;
  session: string | null;
  moved: string[] | null;
  payment: (OwnPayment & { currency: string }) | null;
  people: {
    id: number;
    name: string;
    role: "adult" | "child";
    state: PersonState;
    birthDate: Day | null;
    bracket: string | null;
    drives: boolean;
    unpaid: boolean;
  }[];
};

/**
 * Reads one of a member's parties.
 *
 * @param now for tests.
 * @returns null for a party of somebody else, or none.
 */
export async function loadOwnRegistration(
  on: Db,
  id: number,
  memberId: number,
  locale: Locale,
  now = new Date(),
): Promise<OwnRegistration | null> {
  const [row] = await loadRow(on, id, memberId);
  if (!row) return null;
  const plan = readPlan(row.plan);
  const [{ timeZone }, terms, line] = await Promise.all([
    loadClub(),
    loadCancelTerms(on, id, { byStaff: false, now }),
    loadLinePlace(on, { eventId: row.eventId, registrationId: id, plan }, locale, now),
  ]);
  const session = plan.sessions.find(({ key }) => key === row.session);
  const { startsAt, endsAt } = session ?? plan;
  const eventDay = clubTime(timeZone).dayOf(startsAt);
  const {
    eventId: _event,
    slug,
    eventState,
    cancelReason,
    wait,
    version,
    moved,
    payment,
    ...party
  } = row;
  return {
    ...party,
    event: {
      slug,
      title: inLanguage(locale, plan.title),
      place: inLanguage(locale, plan.place),
      address: inLanguage(locale, plan.address),
      isCancelled: eventState === "cancelled",
      cancelReason,
      isOver: now >= plan.endsAt,
      wait: readWait(wait, plan, locale, now),
      attendancePoints: plan.attendancePoints,
    },
    session: session ? inLanguage(locale, session.name) : null,
    startsAt,
    endsAt,
    people: row.people.map((person) => personOf(person, plan, eventDay, locale)),
    currency: payment?.currency ?? (plan.price.kind === "money" ? plan.price.currency : null),
    payment,
    moved: moved && moved.length > 0 ? { what: moved, version } : null,
    line,
    terms: now < plan.startsAt ? terms : null,
  };
}

function personOf(
  { birthDate, bracket, ...person }: Row["people"][number],
  { brackets }: EventPlan,
  eventDay: Day,
  locale: Locale,
): OwnPerson {
  const found = brackets.find(({ key }) => key === bracket);
  return {
    ...person,
    isUnplaced: isUnplaced({ brackets }, { ...person, bracket }),
    age: birthDate === null ? null : ageOn(birthDate, eventDay),
    bracket: found ? inLanguage(locale, found.name) : null,
  };
}

function loadRow(on: Db, id: number, memberId: number): Promise<Row[]> {
  return queryRows<Row>(
    on,
    Prisma.sql`
    select party.id, party.state, party.end_reason as "endReason", party.token, party.code, party.cars,
      party.car_plate as "carPlate", party.points, party.hold_id is not null as "isDeposit",
      party.money_minor as "moneyMinor", party.session, event.id as "eventId", event.slug,
      event.state as "eventState", event.cancel_reason as "cancelReason", event.plan, event.version,
      ${STANDING_WAIT} as wait,
      ${MOVED_FOR_PARTY} as moved,
      (select jsonb_build_object('id', payment.id, 'state', payment.state, 'currency', payment.currency,
          'amountMinor', payment.amount_minor, 'payBy', payment.due_until)
        from payment where payment.id = party.payment_id) as payment,
      coalesce(money.back, 0)::int as "backMinor", coalesce(money.refunded, 0)::int as "refundedMinor",
      (select step.detail->>'back' from registration_step step
        where step.registration_id = party.id and step.detail->>'back' is not null
        order by step.id desc limit 1) as back,
      (select max(step.created_at) from registration_step step
        where step.registration_id = party.id) as "changedAt",
      (select jsonb_build_object('outcome', outcome.outcome, 'deposit', outcome.deposit,
          'points', outcome.points_entry_id is not null)
        from attendance_outcome outcome where outcome.registration_id = party.id) as came,
      (select coalesce(jsonb_agg(jsonb_build_object('id', person.id, 'name', person.name, 'role', person.role,
          'state', person.state, 'birthDate', person.birth_date, 'bracket', person.bracket,
          'drives', person.drives,
          'unpaid', person.state = 'coming' and person.payment_id is not null) order by person.role, person.id), '[]')
        from registration_person person where person.registration_id = party.id) as people
    from registration party join event on event.id = party.event_id
    cross join lateral (select sum(${refundedMinor}) as refunded,
        sum(greatest(0, ${givenUpMinor} - ${refundedMinor})) filter (where exists (select
          from payment_given_up waits where waits.payment_id = payment.id and waits.seen_by is null)) as back
      from payment where payment.purpose = 'event' and payment.reference = party.id::text
        and payment.state = 'paid') money
    where party.id = ${id} and party.member_id = ${memberId}`,
  );
}
