import type { Role } from "#app/modules/access/roles.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { loadGarage } from "#app/modules/garage/load-garage.server.ts";
import { loadMemberVisits } from "#app/modules/garage/load-member-visits.server.ts";
import type { Visit } from "#app/modules/garage/visit.ts";
import type { Balance, StatementEntry } from "#app/modules/ledger/entry.ts";
import { loadBalance } from "#app/modules/ledger/load-balance.server.ts";
import { loadStatement } from "#app/modules/ledger/load-statement.server.ts";
import type { NextService } from "#app/modules/odometer/next-service.ts";
import { maskEmail, maskPhone } from "#app/modules/person/contact-spelling.ts";
import {
  loadOpenRedemptions,
  type OpenRedemption,
} from "#app/modules/redemptions/load-member-redemptions.server.ts";
import { loadTierStatuses } from "#app/modules/standing/load-tier-statuses.server.ts";
import type { TierStatus } from "#app/modules/standing/tier-status.ts";
import { loadOpenReceptions, type Reception } from "#app/modules/visits/load-receptions.server.ts";
import { clubTime, type Day } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { loadMemberWaiting, type MemberWaiting } from "./load-member-waiting.server.ts";
import { memberPageParts } from "./member-page-access.ts";

/** A member as the dealership sees them. A part is null where the asking roles have no need of it. */
export type MemberPage = {
  number: string;
  name: string;
  programme: string;
  joinedOn: Day;
  /** The account was closed; what the books must keep is still here. */
  closed: boolean;
  standing: TierStatus;
  contact: { phone: string | null; email: string | null; masked: boolean };
  points: Balance | null;
  statement: StatementPart | null;
  cars: CarHeld[] | null;
  visits: (Visit & { plate: string | null })[] | null;
  /** Visits that the desk recorded and whose orders have not come. */
  receptions: Reception[] | null;
  /** The club's day, by which a visit is today's. */
  today: Day;
  waiting: MemberWaiting | null;
  /** What they took and nobody has given them yet. */
  gifts: OpenRedemption[] | null;
};

export type StatementPart = {
  entries: StatementEntry[];
  /** The `before` of the next older page; null on the last one. */
  olderBefore: number | null;
  /** Who asked for and approved the adjustments among them, by id. */
  people: Record<number, string>;
};

export type CarHeld = {
  id: number;
  plate: string | null;
  vin: string | null;
  model: string | null;
  /** ISO 8601 instants; `until` null while it is held. */
  since: string;
  until: string | null;
  /** Whose car it is, where they only drive it beside its holder. */
  holder: { number: string; name: string } | null;
  /** A guess, of a car that they hold. */
  next: NextService | null;
};

type CarRow = Omit<CarHeld, "next">;

const ENTRIES = 20;
const VISITS = 8;

type Row = {
  id: number;
  account_id: bigint;
  number: string;
  name: string;
  phone: string | null;
  email: string | null;
  programme: string;
  joined_on: Day;
  closed: boolean;
  cars: CarRow[];
};

/**
 * Reads a member's page, and of it only what the asking roles need: what is not shown is not fetched.
 *
 * @param page.before the statement's entries below this version; its first page otherwise.
 * @returns null where there is no such member.
 */
export async function loadMemberPage(
  db: Db,
  number: string,
  roles: readonly Role[],
  page: { before?: number | null } = {},
): Promise<MemberPage | null> {
  const row = await loadRow(db, number);
  if (!row) return null;
  const parts = memberPageParts(roles);
  const accountId = Number(row.account_id);
  const time = clubTime((await loadClub()).timeZone);
  const today = time.dayOf(new Date());
  const seesWork = parts.has("visits");
  const seesCars = parts.has("cars");
  const [standings, points, entries, visits, garage, receptions, waiting, gifts] =
    await Promise.all([
      loadTierStatuses(db, [row.id]),
      parts.has("points") ? loadBalance(db, accountId) : null,
      parts.has("statement")
        ? loadStatement(db, accountId, {
            beforeVersion: page.before ?? undefined,
            limit: ENTRIES + 1,
          })
        : null,
      seesWork ? loadMemberVisits(db, row.id, { limit: VISITS }) : null,
      seesWork && seesCars ? loadGarage(db, row.id) : [],
      seesWork ? loadOpenReceptions(db, row.id, time, today) : null,
      parts.has("waiting") ? loadMemberWaiting(db, row.id) : null,
      parts.has("gifts") ? loadOpenRedemptions(db, row.id) : null,
    ]);
  const due = new Map(garage.map(({ id, next }) => [id, next]));
  const masked = !parts.has("contact");
  return {
    number: row.number,
    name: row.name,
    programme: row.programme,
    joinedOn: row.joined_on,
    closed: row.closed,
    standing: standings.get(row.id) as TierStatus,
    contact: {
      phone: row.phone && masked ? maskPhone(row.phone) : row.phone,
      email: row.email && masked ? maskEmail(row.email) : row.email,
      masked,
    },
    points,
    statement: entries && (await statementPart(db, entries)),
    cars: seesCars ? row.cars.map((car) => ({ ...car, next: due.get(car.id) ?? null })) : null,
    visits,
    receptions,
    today,
    waiting,
    gifts,
  };
}

/** Names stay out of the entries, which their owners read too. */
async function namesOfAdjusters(
  db: Db,
  entries: readonly StatementEntry[],
): Promise<Record<number, string>> {
  const ids = entries.flatMap(({ meta }) =>
    meta.for === "adjustment" ? [meta.by, ...(meta.approvedBy ? [meta.approvedBy] : [])] : [],
  );
  if (ids.length === 0) return {};
  const people = await db.person.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
  });
  return Object.fromEntries(people.map(({ id, name }) => [id, name]));
}

async function statementPart(db: Db, entries: StatementEntry[]): Promise<StatementPart> {
  const shown = entries.slice(0, ENTRIES);
  const last = shown.at(-1);
  return {
    entries: shown,
    olderBefore: entries.length > ENTRIES && last ? last.version : null,
    people: await namesOfAdjusters(db, shown),
  };
}

async function loadRow(db: Db, number: string): Promise<Row | undefined> {
  const [row] = await db.$queryRaw<Row[]>`
    select member.id, member.account_id, member.number, person.name, person.phone, person.email,
           member.programme, member.joined_on::text, person.closed_at is not null as closed,
           (select coalesce(jsonb_agg(jsonb_build_object(
                'id', car.id, 'plate', plate, 'vin', vin, 'model', model, 'since', since, 'until', until,
                'holder', holder)
              order by until desc nulls first, holder is not null, since desc), '[]')
            from (
              select car_id, starts_at as since, ends_at as until, null::jsonb as holder
              from car_holding where car_holding.member_id = member.id
              union all
              select car_id, accepted_at, null, (
                select jsonb_build_object('number', holder.number, 'name', person.name)
                from member holder join person on person.id = holder.person_id
                where holder.id = holding.member_id)
              from co_driver join car_holding holding on holding.id = co_driver.holding_id
              where co_driver.member_id = member.id and accepted_at is not null
                and co_driver.ended_at is null and holding.ends_at is null
            ) theirs join car on car.id = theirs.car_id) as cars
    from member join person on person.id = member.person_id
    where member.number = ${number}`;
  return row;
}
