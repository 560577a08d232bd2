import { randomUUID } from "node:crypto";
import type pg from "pg";
import { earnMany } from "#app/modules/ledger/earn-many.server.ts";
import { earnPoints } from "#app/modules/ledger/earn-points.server.ts";
import type { Award } from "#app/modules/ledger/entry.ts";
import { openAccounts } from "#app/modules/ledger/open-accounts.server.ts";
import { spendPoints } from "#app/modules/ledger/spend-points.server.ts";
import { db, dbPool } from "#app/platform/db.server.ts";
import type { Bench } from "./bench.ts";
import { byTurns, perSecond } from "./by-turns.ts";
import { onDatabase, onServer } from "./databases.ts";
import { type Figure, ratios, spread } from "./figures.ts";

const CLIENTS = 20;
const POINTS = 10;
/** What an account holds to begin with: as many awards as a member of some years has. */
const LOTS = 20;
const DAY = 86_400_000;

/**
 * Points booked a second, against the least that anybody does to keep a balance: insert a row and
 * update another in one transaction. All of it goes through the application's pool of ten, from
 * twenty clients, to accounts picked at random. Half of the bookings earn and half spend.
 */
export async function measureLedger({ databases, quick }: Bench): Promise<Figure[]> {
  const url = await databases.create("bench_ledger");
  await onServer(
    url,
    `create table bare_account (id int primary key, balance bigint not null) with (fillfactor = 50);
     create table bare_entry (id bigint generated always as identity primary key,
       account_id int not null, amount bigint not null, created_at timestamptz not null default now());
     insert into bare_account select n, 1000000 from generate_series(1, 50) n;
     grant select, insert, update on bare_account, bare_entry to public`,
  );
  const seconds = quick ? 0.5 : 2;
  const rounds = quick ? 3 : 7;
  return onDatabase(url, async () => {
    const figures: Figure[] = [];
    for (const count of [10, 50]) {
      const accounts = await fundedAccounts(count);
      const account = () => accounts[Math.floor(Math.random() * count)] as number;
      const row = () => 1 + Math.floor(Math.random() * count);
      const measured = await byTurns(
        {
          bare: () => perSecond(CLIENTS, seconds, () => bareTransaction(dbPool(), row())),
          app: () => perSecond(CLIENTS, seconds, () => bookThroughApp(account())),
          sql: () => perSecond(CLIENTS, seconds, () => bookBySql(dbPool(), account())),
          once: () => perSecond(CLIENTS, seconds, () => bareStatement(dbPool(), row())),
        },
        rounds,
      );
      const figure = (what: string, values: number[]): Figure => ({
        what: `${what}, ${count} accounts`,
        value: spread(values),
        unit: "/s",
        ratio: ratios(values, measured.bare, "bare"),
      });
      figures.push(
        { ...figure("posts by the use cases", measured.app), bar: { atLeast: 0.6 } },
        figure("posts by the SQL functions", measured.sql),
        figure("bare: BEGIN, INSERT, UPDATE, COMMIT", measured.bare),
        figure("bare, both in one statement", measured.once),
      );
    }
    return figures;
  });
}

async function fundedAccounts(count: number): Promise<number[]> {
  const owners = Array.from({ length: count }, () => `bench:${randomUUID()}`);
  const accounts = [...(await openAccounts(db(), owners)).values()];
  for (const accountId of accounts) {
    await earnMany(
      db(),
      Array.from({ length: LOTS }, () => ({ ...anAward(accountId, 400), points: 1000 })),
    );
  }
  return accounts;
}

/** Those of the measurement lapse before those that were there, so spends use them up as they come. */
function anAward(accountId: number, days = 300): Award {
  const now = new Date();
  return {
    scope: "bench",
    key: randomUUID(),
    accountId,
    points: POINTS,
    availableAt: now,
    lapsesAt: new Date(now.getTime() + days * DAY),
    effectiveAt: now,
    meta: { for: "survey", ruleVersion: 1 },
  };
}

async function bookThroughApp(accountId: number): Promise<void> {
  if (Math.random() < 0.5) {
    await earnPoints(db(), anAward(accountId));
    return;
  }
  const meta = { for: "gift", redemptionId: 1, giftId: 1, title: "Key ring" } as const;
  const spend = { scope: "bench", key: randomUUID(), accountId, points: POINTS, meta };
  const answer = await spendPoints(db(), spend);
  if (!answer.ok) throw new Error("The benchmark's accounts hold more than it spends.");
}

async function bookBySql(pool: pg.Pool, accountId: number): Promise<void> {
  if (Math.random() < 0.5) {
    const { scope, key, points, availableAt, lapsesAt, effectiveAt, meta } = anAward(accountId);
    await pool.query(
      "select * from ledger.earn($1, $2, $3, 'system:awards', 'earn', $4, 0, $5, $6, $7, $8)",
      [scope, key, accountId, points, availableAt, lapsesAt, effectiveAt, meta],
    );
    return;
  }
  await pool.query("select * from ledger.spend('bench', $1, $2, $3, 'system:redemptions', '{}')", [
    randomUUID(),
    accountId,
    POINTS,
  ]);
}

async function bareTransaction(pool: pg.Pool, account: number): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    await client.query("insert into bare_entry (account_id, amount) values ($1, $2)", [
      account,
      POINTS,
    ]);
    await client.query("update bare_account set balance = balance + $2 where id = $1", [
      account,
      POINTS,
    ]);
    await client.query("commit");
  } finally {
    client.release();
  }
}

async function bareStatement(pool: pg.Pool, account: number): Promise<void> {
  await pool.query(
    `with entry as (insert into bare_entry (account_id, amount) values ($1, $2))
     update bare_account set balance = balance + $2 where id = $1`,
    [account, POINTS],
  );
}
