import type { Db } from "#app/platform/db.server.ts";
import { singleton } from "#app/platform/singleton.server.ts";

/** The club in figures, each as of `countedAt`. */
export type ClubFigures = {
  /** Members whose account is open. */
  members: number;
  /** Points booked on all members' accounts: available + pending + held − debt. */
  outstanding: number;
  /** What members owe because an award was taken back after they had spent it. */
  debt: number;
  /** Workshop orders settled in the last 30 days. */
  orders: number;
  /** How many of these stand with an award. */
  ordersEarning: number;
  countedAt: Date;
};

const KEPT_MS = 60_000;
const kept = () =>
  singleton<{ figures?: Promise<ClubFigures>; until: number }>("club-figures", () => ({
    until: 0,
  }));

/**
 * Counts the club, at most once a minute: a figure about everybody is read from everybody's rows, and
 * nobody's page may wait for that.
 */
export async function loadClubFigures(db: Db): Promise<ClubFigures> {
  const memory = kept();
  if (!memory.figures || Date.now() >= memory.until) {
    memory.figures = count(db);
    memory.until = Date.now() + KEPT_MS;
    memory.figures.catch(() => {
      memory.until = 0;
    });
  }
  return memory.figures;
}

async function count(db: Db): Promise<ClubFigures> {
  const [row] = await db.$queryRaw<
    {
      members: bigint;
      outstanding: bigint | null;
      debt: bigint | null;
      orders: bigint;
      orders_earning: bigint;
      counted_at: Date;
    }[]
  >`
    select
      (select count(*) from member join person on person.id = person_id and closed_at is null) as members,
      account.outstanding, account.debt, visits.orders, visits.orders_earning, now() as counted_at
    from
      (select sum(posted)::bigint as outstanding, sum(debt)::bigint as debt
       from ledger.account where floor is not null) as account,
      (select count(*) as orders, count(award_txn_id) as orders_earning
       from service_order
       where state = 'settled' and settled_at > now() - interval '30 days' and settled_at <= now()) as visits`;
  if (!row) throw new Error("Counting the club gave no row.");
  return {
    members: Number(row.members),
    outstanding: Number(row.outstanding ?? 0),
    debt: Number(row.debt ?? 0),
    orders: Number(row.orders),
    ordersEarning: Number(row.orders_earning),
    countedAt: row.counted_at,
  };
}
