import { loadClub } from "#app/modules/club/load-club.server.ts";
import type { StatementEntry } from "#app/modules/ledger/entry.ts";
import { loadBalance } from "#app/modules/ledger/load-balance.server.ts";
import {
  loadBalanceOnDay,
  loadVersionOnDay,
} from "#app/modules/ledger/load-balance-on-day.server.ts";
import { loadOpenLots } from "#app/modules/ledger/load-open-lots.server.ts";
import { loadStatement } from "#app/modules/ledger/load-statement.server.ts";
import { clubTime, type Day } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { lapsePlan, leftAfter } from "./lapse-plan.ts";

/** The answer to "my balance on a day"; the balance counts pending points too, as the statement does. */
export type BalanceDay =
  | { when: "before"; joinedOn: Day }
  | { when: "future"; today: Day; balance: number; left: number }
  | {
      when: "past";
      today: boolean;
      balance: number;
      /** The latest entries up to that day, the newest first; the first one's balance explains the answer. */
      entries: StatementEntry[];
      /** Points that had lapsed since the first of them, though no entry says so yet. */
      lapsedSince: number;
    };

/** Entries that explain a day's balance; the statement has the rest. */
const EXPLAINING = 5;

/** Answers what a member's balance was at the end of a day, why, or what it would be on a day to come. */
export async function loadBalanceDay(
  db: Db,
  member: { id: number; accountId: number },
  day: Day,
  now = new Date(),
): Promise<BalanceDay> {
  const time = clubTime((await loadClub()).timeZone);
  const today = time.dayOf(now);
  if (day > today) {
    const [balance, lots] = await Promise.all([
      loadBalance(db, member.accountId, now),
      loadOpenLots(db, member.accountId),
    ]);
    const left = leftAfter(lapsePlan(lots, balance.debt, now, time), day);
    return { when: "future", today, balance: balance.available + balance.pending, left };
  }
  // Today is not over: what has lapsed by now has lapsed, what lapses tonight has not.
  const end = day === today ? now : time.endOfDay(day);
  const [balance, lastVersion] = await Promise.all([
    loadBalanceOnDay(db, member.accountId, end),
    loadVersionOnDay(db, member.accountId, end),
  ]);
  if (lastVersion === null) {
    const { joinedOn } = await db.member.findUniqueOrThrow({
      where: { id: member.id },
      select: { joinedOn: true },
    });
    const joined = joinedOn.toISOString().slice(0, 10);
    if (day < joined) return { when: "before", joinedOn: joined };
    return { when: "past", today: day === today, balance: 0, entries: [], lapsedSince: 0 };
  }
  const page = { beforeVersion: lastVersion + 1, limit: EXPLAINING };
  const entries = await loadStatement(db, member.accountId, page);
  const booked = entries[0]?.balance ?? 0;
  return {
    when: "past",
    today: day === today,
    balance: balance ?? 0,
    entries,
    lapsedSince: booked - (balance ?? 0),
  };
}
