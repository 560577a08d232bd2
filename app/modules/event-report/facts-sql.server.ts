import { Prisma } from "#app/generated.server/prisma/client.ts";
import { standingPoints } from "#app/modules/ledger/entry-sql.server.ts";
import { owedBackMinor, refundedMinor } from "#app/modules/payments/payment-sql.server.ts";
import { JOINED_WITHIN_DAYS } from "./report-times.ts";

// Pieces of the query of load-facts.server.ts. Its tables: `wanted`, the events; `party`, their parties with what became
// of each; `someone`, the people of those.

/** `party` and `someone`, out of the tables `wanted` and `let_in`. */
export const PARTIES = Prisma.sql`
  party as (
    select registration.id, registration.event_id, registration.member_id, registration.phone,
      registration.source = 'walk-in' as is_walk_in, registration.state = 'registered' as has_place,
      coalesce(here.named, 0) as named, coalesce(here.whole, 0) as whole,
      case
        when here.registration_id is not null then 'came'
        when registration.state = 'registered' then
          case when outcome.outcome in ('no-show', 'excused') then outcome.outcome else 'unmarked' end
        when registration.state = 'cancelled' then
          case when delay.why is distinct from 'late-cancellation' then 'cancelled'
            when delay.answer = 'withdrawn' then 'excused' else 'cancelled-late' end
        when registration.state = 'left' then 'left-line'
        else 'no-place'
      end as fate
    from wanted join registration on registration.event_id = wanted.id
    left join (
      select event_id, registration_id, count(person_id) as named,
        max(people) filter (where person_id is null) as whole
      from let_in where registration_id is not null group by event_id, registration_id
    ) here on here.registration_id = registration.id and here.event_id = registration.event_id
    left join attendance_outcome outcome on outcome.registration_id = registration.id
    left join early_access_delay delay on delay.registration_id = registration.id
  ),
  someone as (
    select person.event_id, person.role, person.bracket, party.fate, party.is_walk_in,
      party.has_place and person.state = 'coming' as has_place, party.member_id is not null as is_member,
      case when party.named > 0
        then exists (select from let_in where let_in.person_id = person.id and let_in.event_id = person.event_id)
        else party.fate = 'came' and person.state = 'coming' end as came,
      party.id as party_id
    from party join registration_person person on person.registration_id = party.id
  )`;

const listOf = (rows: Prisma.Sql) =>
  Prisma.sql`(select coalesce(jsonb_agg(alike), '[]') from (${rows}) alike)`;

export const PARTY_GROUPS = listOf(Prisma.sql`
  select fate, has_place as "hasPlace", is_walk_in as "isWalkIn", member_id is not null as "isMember",
    count(*)::int as count
  from party where party.event_id = wanted.id group by 1, 2, 3, 4`);

export const PEOPLE_GROUPS = listOf(Prisma.sql`
  select role, bracket, fate, has_place as "hasPlace", is_walk_in as "isWalkIn", came, is_member as "isMember",
    count(*)::int as count
  from someone where someone.event_id = wanted.id and (came or has_place) group by 1, 2, 3, 4, 5, 6, 7`);

/** Let in by a code that nobody knew, or of another event; and of a party that had no place as a whole. */
export const STRANGERS = Prisma.sql`(
  select coalesce(sum(people), 0)::int from (
    select let_in.people from let_in where let_in.event_id = wanted.id and not exists (
      select from registration where registration.id = let_in.registration_id and registration.event_id = wanted.id)
    union all
    select party.whole from party where party.event_id = wanted.id and party.fate = 'came' and party.named = 0
      and not exists (select from someone where someone.party_id = party.id and someone.came)
  ) unknown)`;

const CAME_MEMBERS = Prisma.sql`
  select distinct party.member_id from party
  where party.event_id = wanted.id and party.fate = 'came' and party.member_id is not null`;

export const MEMBER_IDS = Prisma.sql`
  (select coalesce(jsonb_agg(came.member_id order by came.member_id), '[]') from (${CAME_MEMBERS}) came)`;

/** Had come to no event that began before. */
export const FIRST_TIMERS = Prisma.sql`(
  select count(*)::int from (${CAME_MEMBERS}) came where not exists (
    select from registration earlier
    join attendance_outcome outcome on outcome.registration_id = earlier.id and outcome.outcome = 'came'
    join event before on before.id = earlier.event_id
    where earlier.member_id = came.member_id and before.starts_at < wanted.starts_at))`;

/**
 * Who joined between the day on which the event was published and so many days after it, and whose party came: as a
 * member's by then, or as guests who left the phone number with which the member joined. A number without its country is of
 * the mainland, as `readPhone` has it.
 */
export const newMembers = (timeZone: string): Prisma.Sql => Prisma.sql`(
  select count(*)::int from member join person on person.id = member.person_id
  where member.joined_on between (wanted.published_at at time zone ${timeZone})::date
      and (wanted.ends_at at time zone ${timeZone})::date + ${JOINED_WITHIN_DAYS}::int
    and (member.id in (${CAME_MEMBERS})
      or person.phone in (
        select unnest(array['+' || digits, '+86' || digits]) from (
          select regexp_replace(party.phone, '[^0-9]', '', 'g') as digits from party
          where party.event_id = wanted.id and party.fate = 'came' and party.member_id is null
            and party.phone is not null
        ) guest where digits <> '')))`;

export const MONEY = listOf(Prisma.sql`
  select payment.currency, sum(payment.amount_minor)::float8 as paid, sum(${refundedMinor})::float8 as refunded,
    sum(${owedBackMinor})::float8 as "owedBack",
    coalesce(sum(payment.amount_minor - ${refundedMinor} - ${owedBackMinor})
      filter (where party.fate <> 'came'), 0)::float8 as "ofAbsent"
  from party join payment on payment.purpose = 'event' and payment.reference = party.id::text
    and payment.state = 'paid'
  where party.event_id = wanted.id group by payment.currency order by payment.currency`);

/** By the ledger's entries, each once: of two parties of a member one has the points. */
export const POINTS = listOf(Prisma.sql`
  select kind, coalesce(sum(${standingPoints(Prisma.sql`booked.entry_id`)}), 0)::float8 as points from (
    select 'attendance' as kind, points_entry_id as entry_id from attendance_outcome where event_id = wanted.id
    union select 'contest', award.points_entry_id from contest
      join contest_ranking ranking on ranking.contest_id = contest.id
      join contest_award award on award.ranking_id = ranking.id
      where contest.event_id = wanted.id
    union select 'impact', entry_id from impact_award where event_id = wanted.id
    union select 'survey', points_entry_id from survey_answer where event_id = wanted.id
    union select case when hold_id is null then 'price' else 'deposit' end, entry_id from registration
      where event_id = wanted.id
    union select 'deposit', deposit_entry_id from attendance_outcome where event_id = wanted.id
  ) booked where entry_id is not null group by kind`);

export const TYPED = listOf(Prisma.sql`
  select currency, sum(amount_minor)::float8 as minor, count(*)::int as count from event_cost
  where event_id = wanted.id and taken_back_at is null group by currency order by currency`);
