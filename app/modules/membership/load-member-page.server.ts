import type { Role } from "#app/modules/auth/roles.ts";
import { loadMemberVisits } from "#app/modules/garage/load-member-visits.server.ts";
import type { Visit } from "#app/modules/garage/visit.ts";
import type { Balance, StatementEntry } from "#app/modules/ledger/entry.ts";
import { loadBalance } from "#app/modules/ledger/load-balance.server.ts";
import { loadStatement } from "#app/modules/ledger/load-statement.server.ts";
import type { Day } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { maskEmail, maskPhone } from "./contact-spelling.ts";
import { loadStandings } from "./load-standings.server.ts";
import { memberPageParts } from "./member-page-access.ts";
import type { OwnerStanding } from "./owner-standing.ts";

/** A member as the dealership sees them. A part is null where the asking roles have no need of it. */
export type MemberPage = {
  number: string;
  name: string;
  programme: string;
  joinedOn: Day;
  /** The account was closed; what the books must keep is still here. */
  closed: boolean;
  standing: OwnerStanding;
  contact: { phone: string | null; email: string | null; masked: boolean };
  points: Balance | null;
  statement: StatementPart | null;
  cars: CarHeld[] | null;
  visits: (Visit & { plate: string | null })[] | null;
};

export type StatementPart = {
  entries: StatementEntry[];
  /** The `before` of the next older page; null on the last one. */
  olderBefore: number | null;
};

export type CarHeld = {
  plate: string | null;
  vin: string | null;
  model: string | null;
  /** ISO 8601 instants; `until` null while it is held. */
  since: string;
  until: string | null;
};

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
  cars: CarHeld[];
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
  const [standings, points, entries, visits] = await Promise.all([
    loadStandings(db, [row.id]),
    parts.has("points") ? loadBalance(db, accountId) : null,
    parts.has("statement")
      ? loadStatement(db, accountId, {
          beforeVersion: page.before ?? undefined,
          limit: ENTRIES + 1,
        })
      : null,
    parts.has("visits") ? loadMemberVisits(db, row.id, { limit: VISITS }) : null,
  ]);
  const masked = !parts.has("contact");
  return {
    number: row.number,
    name: row.name,
    programme: row.programme,
    joinedOn: row.joined_on,
    closed: row.closed,
    standing: standings.get(row.id) as OwnerStanding,
    contact: {
      phone: row.phone && masked ? maskPhone(row.phone) : row.phone,
      email: row.email && masked ? maskEmail(row.email) : row.email,
      masked,
    },
    points,
    statement: entries && statementPart(entries),
    cars: parts.has("cars") ? row.cars : null,
    visits,
  };
}

function statementPart(entries: StatementEntry[]): StatementPart {
  const shown = entries.slice(0, ENTRIES);
  const last = shown.at(-1);
  return { entries: shown, olderBefore: entries.length > ENTRIES && last ? last.version : null };
}

async function loadRow(db: Db, number: string): Promise<Row | undefined> {
  const [row] = await db.$queryRaw<Row[]>`
    select member.id, member.account_id, member.number, person.name, person.phone, person.email,
           member.programme, member.joined_on::text, person.closed_at is not null as closed,
           (select coalesce(jsonb_agg(jsonb_build_object(
                'plate', plate, 'vin', vin, 'model', model, 'since', starts_at, 'until', ends_at)
              order by ends_at desc nulls first, starts_at desc), '[]')
            from car_holding join car on car.id = car_holding.car_id
            where car_holding.member_id = member.id) as cars
    from member join person on person.id = member.person_id
    where member.number = ${number}`;
  return row;
}
