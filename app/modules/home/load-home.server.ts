import { Prisma } from "#app/generated.server/prisma/client.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import {
  nextOpenEvent,
  openEvents,
  type PackedOpenEvents,
} from "#app/modules/events/opening-sql.server.ts";
import { pointsPerService } from "#app/modules/gifts/reach.ts";
import { goalsOf } from "#app/modules/goals/goals-sql.server.ts";
import { type Goal, nearestGoal, type SavedFor } from "#app/modules/goals/nearest-goal.ts";
import { balanceOf } from "#app/modules/ledger/account-sql.server.ts";
import type { StatementEntry } from "#app/modules/ledger/entry.ts";
import { readStatementRow, type StatementRow } from "#app/modules/ledger/load-statement.server.ts";
import { latestLines } from "#app/modules/ledger/statement-sql.server.ts";
import { netStatus } from "#app/modules/ledger/status-sql.server.ts";
import {
  type PackedServiceLog,
  serviceFacts,
  serviceLog,
} from "#app/modules/odometer/service-log.server.ts";
import type { Errand } from "#app/modules/redemptions/redemption.ts";
import { errandsOf } from "#app/modules/redemptions/redemption-sql.server.ts";
import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { rulesAt } from "#app/modules/rulebook/rule-book.ts";
import {
  goldPeriods,
  type KeptGold,
  type KeptStatus,
  statusEntries,
} from "#app/modules/standing/gold-facts.ts";
import { type TierStatus, tierStatus } from "#app/modules/standing/tier-status.ts";
import { type ClubTime, clubTime, type Day } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { queryRows } from "#app/platform/query-rows.server.ts";
import type { Card } from "./load-card.server.ts";
import {
  type GoalInReach,
  type HeldPlaces,
  type NextBestAction,
  nextBestAction,
} from "./next-best-action.ts";

/** All that an owner's home shows. Points are whole, money is in minor units. */
export type Home = {
  card: Card;
  points: {
    available: number;
    pending: number;
    held: number;
    debt: number;
    /** What lapses next, and the last day on which it can be used. */
    lapsing: { points: number; through: Day } | null;
  };
  standing: TierStatus;
  next: NextBestAction | null;
  /** The nearest of the gifts that they save for, while its points are not there yet. */
  goal: Goal | null;
  /** Status points that make gold. */
  goldNeeds: number;
  latest: StatementEntry[];
  /** When all of this was so. */
  now: Date;
};

/** Lines of the statement on the home page. */
const LATEST = 5;

type Row = {
  now: Date;
  name: string;
  number: string;
  has_password: boolean;
  joined_on: Day;
  available: bigint;
  pending: bigint;
  held: bigint;
  debt: bigint;
  next_lapse_at: Date | null;
  next_lapse_points: bigint | null;
  gold: KeptGold[];
  status: KeptStatus[];
  asked_for_car: boolean;
  goals: SavedFor[];
  errands: Errand[];
  held_places: HeldPlaces | null;
  open_events: PackedOpenEvents;
  cars: { plate: string | null; model: string | null; log: PackedServiceLog }[];
  latest: StatementRow[];
};

/**
 * Reads the owner's home in one query, whatever the length of their history.
 *
 * @param now for tests; the database's clock otherwise.
 * @throws Error for a member that does not exist.
 */
export async function loadHome(db: Db, member: { id: number }, now?: Date): Promise<Home> {
  const [[row], { timeZone }, book] = await Promise.all([
    loadRow(db, member.id, now),
    loadClub(),
    loadRuleBook(),
  ]);
  if (!row) throw new Error(`There is no member ${member.id}.`);
  const time = clubTime(timeZone);
  const latest = row.latest.map(readStatementRow);
  const lapsing = row.next_lapse_at && {
    points: Number(row.next_lapse_points),
    through: time.dayOf(new Date(row.next_lapse_at.getTime() - 1)),
  };
  const { rules } = rulesAt(book, row.now);
  const standing = tierStatus(
    row.now,
    goldPeriods(row.gold),
    statusEntries(row.status),
    book,
    time,
  );
  const { tier } = standing.standing;
  const goal = nearestGoal(row.goals, {
    available: Number(row.available),
    debt: Number(row.debt),
    perService: pointsPerService(standing.usualBase, rules.earning.tierPercent[tier]),
    almostServices: rules.gifts.almostServices,
    tier,
  });
  return {
    card: {
      name: row.name,
      number: row.number,
      joinedOn: row.joined_on,
      tier,
    },
    points: {
      available: Number(row.available),
      pending: Number(row.pending),
      held: Number(row.held),
      debt: Number(row.debt),
      lapsing,
    },
    standing,
    next: nextBestAction({
      today: time.dayOf(row.now),
      lapsing,
      services: nextServices(row.cars, time),
      errands: row.errands,
      heldPlaces: row.held_places,
      openEvent: nextOpenEvent(row.open_events, tier === "gold", row.now),
      goalInReach: goal && goal.reach === "within" ? inReach(goal) : null,
      hasCar: row.cars.length > 0 || row.asked_for_car,
      hasVisited:
        row.cars.some((car) => car.log.length > 0) ||
        latest.some(({ meta }) => meta.for !== "joining"),
      hasPassword: row.has_password,
    }),
    goal: goal && goal.reach !== "within" ? goal : null,
    goldNeeds: rules.tiers.goldStatusPoints,
    latest,
    now: row.now,
  };
}

const inReach = ({ giftId, titleEn, titleZh, points }: Goal): GoalInReach => ({
  giftId,
  titleEn,
  titleZh,
  points,
});

function nextServices(cars: Row["cars"], time: ClubTime): { car: string; dueOn: Day }[] {
  return cars.flatMap(({ plate, model, log }) => {
    const { next } = serviceFacts(log, time);
    return next ? [{ car: plate ?? model ?? "", dueOn: next.dueOn }] : [];
  });
}

function loadRow(db: Db, memberId: number, now: Date | undefined): Promise<Row[]> {
  return queryRows<Row>(
    db,
    Prisma.sql`
    select clock.now, person.name, member.number, member.joined_on::text,
      person.password_hash is not null as has_password,
      balance.available, balance.pending, balance.held, balance.debt,
      balance.next_lapse_at, balance.next_lapse_points,
      (select coalesce(jsonb_agg(jsonb_build_array(
          cause, extract(epoch from starts_at) * 1000, extract(epoch from ends_at) * 1000)), '[]')
        from tier_period where member_id = member.id and tier = 'gold') as gold,
      ${netStatus(Prisma.sql`member.account_id`)} as status,
      ${goalsOf(Prisma.sql`member.id`, Prisma.sql`clock.now`)} as goals,
      ${errandsOf(Prisma.sql`member.id`)} as errands,
      (select jsonb_build_object('registrationId', party.id, 'titleEn', event.plan->'title'->>'en',
          'titleZh', event.plan->'title'->>'zh', 'until', extract(epoch from offer.ends_at) * 1000)
        from registration party join event on event.id = party.event_id
        join waitlist_entry entry on entry.registration_id = party.id and entry.state = 'open'
        join waitlist_offer offer on offer.entry_id = entry.id and offer.state = 'open'
        where party.member_id = member.id and offer.ends_at > clock.now
        order by offer.ends_at limit 1) as held_places,
      ${openEvents(Prisma.sql`member.id`, Prisma.sql`clock.now`)} as open_events,
      exists (select from car_claim where member_id = member.id and state = 'open') as asked_for_car,
      (select coalesce(jsonb_agg(jsonb_build_object('plate', plate, 'model', model, 'log', log)), '[]')
        from (
          select car.plate, car.model,
            ${serviceLog(Prisma.sql`holding.car_id`, Prisma.sql`holding.member_id`)} as log
          from car_holding holding join car on car.id = holding.car_id
          where holding.member_id = member.id and holding.ends_at is null
          order by holding.starts_at limit 5) held) as cars,
      ${latestLines(Prisma.sql`member.account_id`, LATEST)} as latest
    from member
    join person on person.id = member.person_id
    cross join lateral (select coalesce(${now ?? null}::timestamptz, now()) as now) clock
    cross join lateral ${balanceOf(Prisma.sql`member.account_id`, Prisma.sql`clock.now`)} balance
    where member.id = ${memberId}`,
  );
}
