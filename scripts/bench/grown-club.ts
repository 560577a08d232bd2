import { earnMany } from "#app/modules/ledger/earn-many.server.ts";
import type { Award } from "#app/modules/ledger/entry.ts";
import { db } from "#app/platform/db.server.ts";
import { type Databases, onDatabase, onServer } from "./databases.ts";
import { makeClub } from "./made-club.ts";

/** With the opening balances and the orders that makes five postings a member. */
const AWARDS = 4;
const BATCH = 2000;
const DAY = 86_400_000;

/**
 * A club of a size, with a history: each member with a car and awards over two years, one member in
 * five with an order. Everything comes in through the use cases; the statistics are those of a database
 * that autovacuum has visited.
 *
 * @returns the database's connection string.
 */
export async function grownClub(databases: Databases, members: number): Promise<string> {
  const name = `bench_${members}`;
  const found = await databases.find(name);
  if (found) return found;
  const url = await databases.create(`${name}_growing`);
  await onDatabase(url, async () => {
    await makeClub({ members, orders: Math.floor(members / 5) });
    const accounts = await db().$queryRaw<{ id: bigint }[]>`
      select account_id as id from member order by account_id`;
    await postHistory(accounts.map(({ id }) => Number(id)));
  });
  await onServer(url, "vacuum analyze");
  return databases.rename(`${name}_growing`, name);
}

/** Awards account by account, in as many transactions at once as there are processors for. */
async function postHistory(accounts: number[]): Promise<void> {
  const perBatch = BATCH / AWARDS;
  const lanes = 2;
  await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      for (let at = lane * perBatch; at < accounts.length; at += lanes * perBatch) {
        await earnMany(db(), accounts.slice(at, at + perBatch).flatMap(historyOf));
      }
    }),
  );
}

function historyOf(accountId: number): Award[] {
  return Array.from({ length: AWARDS }, (_, index) => {
    const effectiveAt = new Date(Date.now() - (AWARDS - index) * 150 * DAY);
    const points = 60 + ((accountId * 7 + index * 31) % 140);
    return {
      scope: "bench",
      key: `${accountId}/${index}`,
      accountId,
      points,
      statusPoints: points,
      availableAt: effectiveAt,
      lapsesAt: new Date(effectiveAt.getTime() + 730 * DAY),
      effectiveAt,
      meta: { for: "survey", ruleVersion: 1 },
    };
  });
}
