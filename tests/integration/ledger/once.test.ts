import pg from "pg";
import { expect, test } from "vitest";
import { earnMany } from "#app/modules/ledger/earn-many.server.ts";
import { earnPoints } from "#app/modules/ledger/earn-points.server.ts";
import { loadBalance } from "#app/modules/ledger/load-balance.server.ts";
import { loadBalances } from "#app/modules/ledger/load-balances.server.ts";
import { reverseEntry } from "#app/modules/ledger/reverse-entry.server.ts";
import { reverseMany } from "#app/modules/ledger/reverse-many.server.ts";
import { spendPoints } from "#app/modules/ledger/spend-points.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import {
  anAccount,
  anAward,
  aReversal,
  aSpend,
  at,
  earn,
  fresh,
  spend,
} from "../../support/ledger-fixtures.ts";
import { countRows } from "../../support/ledger-tables.ts";

const database = testDatabase();
const february = at("2026-02-01");

test("a request sent again after the network failed is booked once and answered as before", async () => {
  const account = await anAccount();
  const award = anAward(account, { points: 100 });

  const first = await earnPoints(db(), award, february);
  await earn(account, { points: 7 }, february);
  const again = await earnPoints(db(), award, at("2026-02-02"));

  expect(again).toEqual({ ...first, replayed: true });
  expect(await loadBalance(db(), account, february)).toMatchObject({ available: 107 });
});

test("twenty copies of a request at the same moment are one", async () => {
  const account = await anAccount();
  await earn(account, { points: 100 });
  const request = aSpend(account, 40);

  const answers = await Promise.all(
    Array.from({ length: 20 }, () => spendPoints(db(), request, february)),
  );

  expect(answers.every((answer) => answer.ok)).toBe(true);
  expect(answers.filter((answer) => answer.ok && !answer.replayed)).toHaveLength(1);
  expect(await loadBalance(db(), account, february)).toMatchObject({ available: 60 });
});

test("another request under a key that was used is an error, and changes nothing", async () => {
  const [account, other] = [await anAccount(), await anAccount()];
  const award = anAward(account, { points: 100 });
  await earnPoints(db(), award, february);
  const before = await countRows();

  const changed = [{ points: 101 }, { statusPoints: 1 }, { accountId: other }];
  for (const change of changed) {
    const request = { ...award, ...change };
    await expect(earnPoints(db(), request, february)).rejects.toMatchObject({ code: "MQ409" });
    await expect(earnMany(db(), [anAward(account), request], february)).rejects.toMatchObject({
      code: "MQ409",
    });
  }
  await expect(spendPoints(db(), aSpend(account, 1, award.key), february)).rejects.toMatchObject({
    code: "MQ409",
  });
  expect(await countRows()).toEqual(before);
});

test("a file imported twice changes nothing the second time, nor does a row that is in it twice", async () => {
  const accounts = [await anAccount(), await anAccount()];
  const rows = accounts.flatMap((account) => [anAward(account), anAward(account, { points: 50 })]);
  const file = [...rows, rows[1] as (typeof rows)[number]];

  const first = await earnMany(db(), file, february);
  const before = await countRows();
  const second = await earnMany(db(), file, february);

  expect(first.map((row) => row.replayed)).toEqual([false, false, false, false, true]);
  expect(first[4]?.entryId).toBe(first[1]?.entryId);
  expect(second).toEqual(first.map((row) => ({ ...row, replayed: true })));
  expect(await countRows()).toEqual(before);
});

test("an import gives the same balances whether it comes in one piece or row by row", async () => {
  const [bulk, single] = [await anAccount(), await anAccount()];
  for (const account of [bulk, single]) {
    const award = await earn(account, { points: 60 });
    await spend(account, 50, february);
    await reverseEntry(db(), aReversal(award.entryId), february);
  }
  const rows = [
    { points: 30, statusPoints: 15 },
    { points: 40, availableAt: at("2026-06-01") },
    { points: 45, effectiveAt: at("2026-01-15") },
  ];

  await earnMany(
    db(),
    rows.map((row) => anAward(bulk, row)),
    february,
  );
  for (const row of rows) await earn(single, row, february);

  const balances = await loadBalances(db(), [bulk, single], february);
  expect(balances.get(bulk)).toEqual({ ...balances.get(single), accountId: bulk });
  expect(balances.get(bulk)).toMatchObject({ available: 25, pending: 40, debt: 0 });
});

test("one wrong row refuses the whole piece, and nothing of it is booked", async () => {
  const account = await anAccount();
  const before = await countRows();

  const wrong = [
    [{ accountId: 999_999_999 }, "MQ404"],
    [{ points: -5 }, "22023"],
    [{ points: 0 }, "22023"],
    [{ availableAt: at("2026-03-01"), lapsesAt: at("2026-02-01") }, "23514"],
  ] as const;
  for (const [change, code] of wrong) {
    const rows = [anAward(account), anAward(account, change)];
    await expect(earnMany(db(), rows, february)).rejects.toMatchObject({ code });
  }
  expect(await countRows()).toEqual(before);
});

test("inside a transaction, points come and go with everything else that is in it", async () => {
  const account = await anAccount();
  const award = anAward(account, { points: 100 });

  const failing = db().$transaction(async (tx) => {
    await earnPoints(tx, award, february);
    expect(await loadBalance(tx, account, february)).toMatchObject({ available: 100 });
    throw new Error("The rest of the use case failed.");
  });
  await expect(failing).rejects.toThrow("The rest");
  expect(await loadBalance(db(), account, february)).toMatchObject({ available: 0 });

  const answer = await db().$transaction((tx) => earnPoints(tx, award, february));
  expect(answer).toMatchObject({ ok: true, replayed: false, balance: 100 });
});

test("a deadlock or a lost connection is tried again, and never shown as too few points", async () => {
  const accounts = [await anAccount(), await anAccount()];
  const awards = [];
  for (const account of accounts) awards.push(await earn(account, { points: 100 }));
  const [first, second] = accounts as [number, number];

  // Holds one of the two accounts and asks for the other. It has all the patience in the world, so it
  // is the reversal below that the server calls off.
  const other = new pg.Client({ connectionString: database.url });
  await other.connect();
  try {
    await other.query("begin; set local deadlock_timeout = '1min'");
    await other.query("select from ledger.account where id = $1 for update", [second]);
    const reversing = reverseMany(
      db(),
      awards.map((award) => aReversal(award.entryId)),
      february,
    );
    await waitForALockToBeWaitedFor(other);
    await other.query("select from ledger.account where id = $1 for update", [first]);
    await other.query("commit");
    expect(await reversing).toMatchObject([{ replayed: false }, { replayed: false }]);
  } finally {
    await other.end();
  }
});

test("a spend whose connection is cut while it waits is booked once when the database is back", async () => {
  const account = await anAccount();
  await earn(account, { points: 100 });
  const other = new pg.Client({ connectionString: database.url });
  await other.connect();
  try {
    await other.query("begin");
    await other.query("select from ledger.account where id = $1 for update", [account]);
    const spending = spendPoints(db(), aSpend(account, 30, fresh()), february);
    await waitForALockToBeWaitedFor(other);
    await other.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock'`,
    );
    await other.query("commit");
    expect(await spending).toMatchObject({ ok: true, replayed: false, balance: 70 });
  } finally {
    await other.end();
  }
});

async function waitForALockToBeWaitedFor(client: pg.Client): Promise<void> {
  for (;;) {
    const { rowCount } = await client.query(
      "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
    );
    if (rowCount) return;
  }
}
