import { isStaff, type Role } from "#app/modules/access/roles.ts";
import { loadBalance } from "#app/modules/ledger/load-balance.server.ts";
import type { Db } from "#app/platform/db.server.ts";

/** What hangs on an account, said before it is closed. Points are whole. */
export type ClosingFacts = {
  /** When it will be closed, once it was asked for. */
  closesAt: Date | null;
  points: { available: number; pending: number; held: number; debt: number };
  /** Claims for missing points that wait for an answer. */
  openClaims: number;
  /** Gifts that they took and have not been given. */
  openGifts: number;
  /** Cars that wait to be confirmed. */
  openCarClaims: number;
  /** Cars held, and people driving them beside the owner. */
  cars: number;
  coDrivers: number;
  /** They have a role at the dealership, which has to go first. */
  worksHere: boolean;
  isMember: boolean;
  /** Friends whom they named. */
  friends: number;
  /** Whom to ask for that: others who manage the staff. */
  admins: string[];
};

type Row = {
  closes_at: Date | null;
  open_claims: number;
  open_gifts: number;
  open_car_claims: number;
  cars: number;
  co_drivers: number;
  roles: Role[];
  admins: string[];
  friends: number;
};

/** @param member.id null for somebody who recommends friends and is not in the club. */
export async function loadClosing(
  db: Db,
  member: { id: number | null; accountId: number; person: { id: number } },
): Promise<ClosingFacts> {
  const [rows, balance] = await Promise.all([
    db.$queryRaw<Row[]>`
      select person.closes_at,
        (select count(*)::int from points_claim where member_id = ${member.id} and state = 'open') as open_claims,
        (select count(*)::int from redemption where member_id = ${member.id}
          and state in ('requested', 'ready', 'issued')) as open_gifts,
        (select count(*)::int from car_claim where member_id = ${member.id} and state = 'open') as open_car_claims,
        (select count(*)::int from car_holding where member_id = ${member.id} and ends_at is null) as cars,
        (select count(*)::int from co_driver join car_holding holding on holding.id = holding_id
          where holding.member_id = ${member.id} and co_driver.ended_at is null) as co_drivers,
        (select count(*)::int from lead where referrer_id = person.id) as friends,
        array(select role from role_grant where person_id = person.id) as roles,
        array(select admin.name from role_grant join person admin on admin.id = person_id
          where role = 'admin' and person_id <> person.id and admin.closed_at is null
          order by admin.id limit 3) as admins
      from person where person.id = ${member.person.id}`,
    loadBalance(db, member.accountId),
  ]);
  const row = rows[0] as Row;
  const { available, pending, held, debt } = balance;
  return {
    closesAt: row.closes_at,
    points: { available, pending, held, debt },
    openClaims: row.open_claims,
    openGifts: row.open_gifts,
    openCarClaims: row.open_car_claims,
    cars: row.cars,
    coDrivers: row.co_drivers,
    worksHere: isStaff(row.roles),
    isMember: member.id !== null,
    friends: row.friends,
    admins: row.admins,
  };
}
