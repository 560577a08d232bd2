import { Prisma } from "#app/generated.server/prisma/client.ts";
import { type EventPlan, readPlan } from "#app/modules/events/plan.ts";
import type {
  KeptAnswer,
  PersonState,
  RegistrationState,
} from "#app/modules/parties/registration.ts";
import { type LinePlace, loadLinePlaces } from "#app/modules/seats/load-line-place.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { queryRows } from "#app/platform/query-rows.server.ts";
import type { Locale } from "#app/platform/words/locale.ts";

export type ListedParty = {
  id: number;
  code: string;
  state: RegistrationState;
  session: string | null;
  carPlate: string | null;
  source: string;
  createdAt: Date;
  /** Of a member's. */
  memberNumber: string | null;
  memberName: string | null;
  answers: KeptAnswer[];
  people: {
    name: string;
    role: "adult" | "child";
    bracket: string | null;
    state: PersonState;
    answers: KeptAnswer[];
  }[];
  /** Let in although the event was full: why, and by whom. */
  over: { reason: string; by: string | null } | null;
  payment: string | null;
  /** What it owes and has paid in money, the oldest first. */
  payments: { id: number; state: "open" | "paid"; amountMinor: number; currency: string }[];
};

export type PartyList = {
  event: { id: number; slug: string; plan: EventPlan; isCancelled: boolean };
  parties: (ListedParty & { line: LinePlace | null })[];
  /** After which the next page begins; null on the last. */
  next: number | null;
  counts: Partial<Record<RegistrationState, number>>;
};

const PAGE = 100;
const AT_ONCE = 500;

/**
 * Lists the parties of an event for staff, in the order in which they registered; of those who wait, with their
 * place in the line and what keeps them.
 *
 * @param search.state null for all; `after`: the party after which the page begins.
 * @returns null for a draft, or none.
 */
export async function loadParties(
  on: Db,
  eventId: number,
  search: { state: RegistrationState | null; after: number },
  locale: Locale,
  now = new Date(),
): Promise<PartyList | null> {
  const [event] = await queryRows<{
    id: number;
    slug: string;
    plan: unknown;
    isCancelled: boolean;
    counts: PartyList["counts"];
  }>(
    on,
    Prisma.sql`
    select id, slug, plan, state = 'cancelled' as "isCancelled",
      (select coalesce(jsonb_object_agg(state, parties), '{}') from (
        select state, count(*) as parties from registration where event_id = ${eventId} group by state) counted) as counts
    from event where id = ${eventId} and state <> 'draft'`,
  );
  if (!event) return null;
  const plan = readPlan(event.plan);
  const rows = await loadRows(on, eventId, search, PAGE + 1);
  const page = rows.slice(0, PAGE);
  const of = page.filter(({ people }) => people.some(isWaiting)).map(({ id }) => id);
  const places = await loadLinePlaces(on, { eventId, plan, of }, locale, now);
  const { counts, ...shown } = event;
  return {
    event: { ...shown, plan },
    counts,
    parties: page.map((party) => ({
      ...party,
      line: places.find(({ registrationId }) => registrationId === party.id)?.place ?? null,
    })),
    next: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null,
  };
}

const isWaiting = ({ state }: ListedParty["people"][number]) => state === "waiting";

/** All parties of an event, a piece at a time, for a file. */
export async function* eachParty(on: Db, eventId: number): AsyncGenerator<ListedParty[]> {
  for (let after = 0; ; ) {
    const some = await loadRows(on, eventId, { state: null, after }, AT_ONCE);
    yield some;
    const last = some.at(-1);
    if (!last || some.length < AT_ONCE) return;
    after = last.id;
  }
}

function loadRows(
  on: Db,
  eventId: number,
  { state, after }: { state: RegistrationState | null; after: number },
  most: number,
): Promise<ListedParty[]> {
  return queryRows<ListedParty>(
    on,
    Prisma.sql`
    select party.id, party.code, party.state, party.session, party.car_plate as "carPlate", party.source, party.answers,
      party.created_at as "createdAt", member.number as "memberNumber", person.name as "memberName",
      case when party.over_by is not null then jsonb_build_object('reason', party.over_reason,
        'by', (select name from person staff where staff.id = party.over_by)) end as over,
      (select payment.state from payment where payment.id = party.payment_id) as payment,
      (select coalesce(jsonb_agg(jsonb_build_object('id', payment.id, 'state', payment.state,
          'amountMinor', payment.amount_minor, 'currency', payment.currency) order by payment.id), '[]')
        from payment where payment.purpose = 'event' and payment.reference = party.id::text
          and payment.state in ('open', 'paid')) as payments,
      (select coalesce(jsonb_agg(jsonb_build_object('name', guest.name, 'role', guest.role,
          'bracket', guest.bracket, 'state', guest.state, 'answers', guest.answers) order by guest.role, guest.id), '[]')
        from registration_person guest where guest.registration_id = party.id) as people
    from registration party
    left join member on member.id = party.member_id
    left join person on person.id = member.person_id
    where party.event_id = ${eventId} and party.id > ${after}
      and (${state}::text is null or party.state = ${state})
    order by party.id limit ${most}`,
  );
}
