import { ALL_ACCOUNTS } from "#app/modules/ledger/account-sql.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { log } from "#app/platform/log.server.ts";
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
/** What was counted longer ago is no figure of now: whoever comes first in the morning would read yesterday's. */
const SHOWN_AT_MOST_MS = 5 * KEPT_MS;
type Memory = { last?: Promise<ClubFigures>; next?: Promise<ClubFigures> };
const memory = () => singleton<Memory>("club-figures", () => ({}));

/**
 * Counts the club, at most once a minute: a figure about everybody is read from everybody's rows. While
 * it is counted anew the last count is given, which says when it was made. The first one is waited for, and one
 * after a pause; where that fails the last count is better than no page.
 */
export async function loadClubFigures(db: Db): Promise<ClubFigures> {
  const kept = memory();
  const last = await kept.last;
  if (last && Date.now() < last.countedAt.getTime() + KEPT_MS) return last;
  kept.next ??= countAnew(db, kept);
  if (!last) return kept.next;
  const anew = kept.next.catch((error) => {
    log().warn({ err: error }, "the club could not be counted");
    return last;
  });
  return Date.now() < last.countedAt.getTime() + SHOWN_AT_MOST_MS ? last : anew;
}

async function countAnew(db: Db, kept: Memory): Promise<ClubFigures> {
  try {
    const figures = await count(db);
    kept.last = Promise.resolve(figures);
    return figures;
  } finally {
    kept.next = undefined;
  }
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
      ${ALL_ACCOUNTS} as account,
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
