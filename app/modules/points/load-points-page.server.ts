import { loadClub } from "#app/modules/club/load-club.server.ts";
import type { Balance, EntryKind, StatementEntry } from "#app/modules/ledger/entry.ts";
import { loadBalance } from "#app/modules/ledger/load-balance.server.ts";
import { loadOpenLots } from "#app/modules/ledger/load-open-lots.server.ts";
import { loadStatement } from "#app/modules/ledger/load-statement.server.ts";
import { clubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { type LapseStep, lapsePlan } from "./lapse-plan.ts";
import type { StatementFilter } from "./statement-filter.ts";
import { kindsOf } from "./statement-filter.ts";

/** A page of the statement, and what is left of it all. */
export type PointsPage = {
  balance: Balance;
  plan: LapseStep[];
  entries: StatementEntry[];
  /** The cursor of the page below; null on the last one. */
  older: number | null;
  now: Date;
};

const LINES = 20;

/**
 * Reads a page of an owner's statement, in three queries side by side.
 *
 * @param before lines below this place in the statement; null for the top.
 */
export async function loadPointsPage(
  db: Db,
  accountId: number,
  { before, filter }: { before: number | null; filter: StatementFilter },
  now = new Date(),
): Promise<PointsPage> {
  const kinds: EntryKind[] | undefined = kindsOf(filter);
  const [balance, lots, lines, { timeZone }] = await Promise.all([
    loadBalance(db, accountId, now),
    loadOpenLots(db, accountId),
    loadStatement(db, accountId, { beforeVersion: before ?? undefined, kinds, limit: LINES + 1 }),
    loadClub(),
  ]);
  const entries = lines.slice(0, LINES);
  return {
    balance,
    plan: lapsePlan(lots, balance.debt, now, clubTime(timeZone)),
    entries,
    older: lines.length > LINES ? (entries.at(-1)?.version ?? null) : null,
    now,
  };
}
