import { spawnSync } from "node:child_process";
import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { cancelSpend } from "#app/modules/ledger/cancel-spend.server.ts";
import { reverseEntry } from "#app/modules/ledger/reverse-entry.server.ts";
import { sealLedger } from "#app/modules/ledger/seal-ledger.server.ts";
import { type LedgerReport, verifyLedger } from "#app/modules/ledger/verify-ledger.server.ts";
import { db } from "#app/platform/db.server.ts";
import { projectRoot } from "#app/platform/project-root.server.ts";
import { testDatabase } from "../../support/database.ts";
import { anAccount, aReversal, at, earn, hold, spend } from "../../support/ledger-fixtures.ts";

const database = testDatabase();
let owner: pg.Client;
let account: number;
let head: string;

beforeAll(async () => {
  account = await anAccount();
  const award = await earn(account, { points: 100, statusPoints: 50, lapsesAt: at("2026-06-01") });
  await earn(account, { points: 300, statusPoints: 30 });
  const spent = await spend(account, 150, at("2026-02-01"));
  await spend(account, 20, at("2026-02-01"));
  await hold(account, 40, at("2027-01-01"), at("2026-02-01"));
  await cancelSpend(db(), aReversal(spent), at("2026-02-02"));
  await reverseEntry(db(), aReversal(award.entryId), at("2026-02-03"));
  await sealed(7);
  head = (await verifyLedger(db())).head?.hash as string;
  owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
});

afterAll(() => owner.end());

/**
 * Seals so many entries, however long it takes: any transaction that runs on the server, such as
 * another test file's, keeps younger entries from being sealed.
 */
async function sealed(entries: number): Promise<void> {
  let done = 0;
  await vi.waitFor(
    async () => {
      done += await sealLedger(db());
      expect(done).toBe(entries);
    },
    { timeout: 30_000 },
  );
}

test("a ledger nobody touched keeps every promise, all of it sealed", async () => {
  const report = await verifyLedger(db(), head);
  expect(report).toMatchObject({ ok: true, entries: 7, sealed: 7 });
  expect(report.checks.length).toBeGreaterThan(20);
});

test.each([
  [
    "an amount is raised",
    "posting",
    "update ledger.posting set amount = amount + 100 where amount = 300",
    "sealed-entries-are-unchanged",
  ],
  [
    "a balance is raised",
    "account",
    "update ledger.account set posted = posted + 100 where floor = 0",
    "balance-is-its-entries",
  ],
  [
    "a debt is forgiven quietly",
    "account",
    "update ledger.account set posted = posted + 5, debt = debt + 5 where floor = 0",
    "debt-is-what-was-missing-less-repaid",
  ],
  [
    "a hold is forgotten",
    "account",
    "update ledger.account set held = 0 where held > 0",
    "held-is-the-sum-of-open-holds",
  ],
  [
    "a lot is filled up",
    "lot",
    "update ledger.lot set remaining = original where remaining > 0 and remaining < original",
    "uses-explain-what-remains",
  ],
  [
    "a lot is made to last",
    "lot",
    "update ledger.lot set lapses_at = '2040-01-01' where original = 300",
    "sealed-entries-are-unchanged",
  ],
  [
    "a reason is rewritten",
    "txn",
    `update ledger.txn set meta = '{"for":"survey"}' where kind = 'spend'`,
    "sealed-entries-are-unchanged",
  ],
  [
    "an entry is backdated",
    "txn",
    "update ledger.txn set effective_at = '2025-01-01' where kind = 'reverse'",
    "sealed-entries-are-unchanged",
  ],
  [
    "an entry is removed",
    "posting",
    "delete from ledger.posting where txn_id = (select max(txn_id) from ledger.posting)",
    "versions-have-no-gap",
  ],
  [
    "a use of a lot is removed",
    "lot_use",
    "delete from ledger.lot_use where kind = 'restore'",
    "uses-explain-what-remains",
  ],
  [
    "status points are added",
    "status_entry",
    `insert into ledger.status_entry select account_id, txn_id, 2000, '2026-03-01' from ledger.status_entry where points = 30`,
    "sealed-entries-are-unchanged",
  ],
  [
    "an entry is taken back a second time",
    "txn",
    `drop index ledger.txn_reversed_once; insert into ledger.txn (scope, idem_key, req_hash, kind, account_id, reverses, effective_at) select 'x', 'y', '', 'cancel', account_id, reverses, now() from ledger.txn where kind = 'cancel'`,
    "reversed-once",
  ],
  [
    "a link of the chain is rewritten",
    "seal",
    "update ledger.seal set digest = sha256('')",
    "the-chain-is-whole",
  ],
  ["the chain is cut off", "seal", "delete from ledger.seal", "the-known-link-is-in-the-chain"],
])("when %s, verifying says so", async (_what, table, sql, promise) => {
  const report = await verifyAfter(withoutGuards([table], sql));
  expect(report.ok).toBe(false);
  expect(brokenPromises(report)).toContain(promise);
});

test("an owner who rewrites an entry and seals everything anew cannot bring back the link noted elsewhere", async () => {
  const report = await verifyAfter(
    withoutGuards(
      ["txn", "seal"],
      `update ledger.txn set meta = '{"for":"survey"}' where kind = 'spend';
       delete from ledger.seal;
       insert into ledger.seal (id, entries, count, digest, previous, hash)
         select 1, entries, count, digest, zero, ledger.seal_hash(1, entries, count, digest, zero)
           from (select range_agg(int8range(id, id + 1)) as entries from ledger.txn) e,
             ledger.entries_digest(e.entries), decode(repeat('00', 32), 'hex') zero`,
    ),
  );
  expect(brokenPromises(report)).toEqual(["the-known-link-is-in-the-chain"]);
});

test("a guard that was taken off and not put back is missed", async () => {
  const report = await verifyAfter("alter table ledger.txn disable trigger append_only");
  expect(brokenPromises(report)).toEqual(["the-guards-are-on"]);
});

test("a backup restored on another server, whose transactions count from one again, goes on being sealed", async () => {
  await owner.query("begin");
  try {
    await owner.query(`
      insert into ledger.txn (scope, idem_key, req_hash, kind, account_id, effective_at, xid)
        select 'test', 'restored', '', 'hold', id, now(), '4000000000' from ledger.account where floor = 0 limit 1`);
    const { rows } = await owner.query("select ledger.seal() as sealed");
    expect(rows).toEqual([{ sealed: 1 }]);
  } finally {
    await owner.query("rollback");
  }
});

test("an entry of a transaction that still runs is not sealed, nor is any younger one", async () => {
  const other = new pg.Client({ connectionString: database.url });
  await other.connect();
  try {
    await other.query("begin");
    // At a moment when nothing of the account is due, so that the earning does not wait for it.
    await other.query("select ledger.lapse_due(1, '2026-02-03'), pg_current_xact_id()");
    await earn(account, { points: 1 });
    expect(await sealLedger(db())).toBe(0);
    await other.query("commit");
    await sealed(1);
  } finally {
    await other.end();
  }
});

test("npm run ledger:verify prints the report, and ends with 1 when a promise is broken", () => {
  const kept = runScript();
  expect(kept.status).toBe(0);
  expect(JSON.parse(kept.stdout)).toMatchObject({ ok: true });

  const broken = runScript("--head", "0".repeat(64));
  expect(broken.status).toBe(1);
  expect(brokenPromises(JSON.parse(broken.stdout))).toEqual(["the-known-link-is-in-the-chain"]);
});

function runScript(...args: string[]) {
  const command = ["--import", "tsx", "scripts/ledger-verify.ts", ...args];
  const env = { ...process.env, DATABASE_URL: database.url };
  return spawnSync(process.execPath, command, { cwd: projectRoot(), env, encoding: "utf8" });
}

/** Does mischief as the owner, verifies, and takes the mischief back. */
async function verifyAfter(mischief: string): Promise<LedgerReport> {
  await owner.query("begin");
  try {
    await owner.query(mischief);
    const { rows } = await owner.query("select ledger.verify($1) as report", [head]);
    return rows[0].report;
  } finally {
    await owner.query("rollback");
  }
}

/** Takes the guards off tables, does something there, and puts the guards back. */
function withoutGuards(tables: string[], sql: string): string {
  const off = tables.map((table) => `alter table ledger.${table} disable trigger user;`).join("\n");
  return `${off}
    ${sql};
    do $$
    declare t record;
    begin
      for t in select tgname, tgrelid::regclass as place from pg_trigger where tgenabled = 'D' loop
        execute format('alter table %s enable always trigger %I', t.place, t.tgname);
      end loop;
    end $$`;
}

function brokenPromises(report: LedgerReport): string[] {
  return report.checks.filter((check) => !check.ok).map((check) => check.promise);
}
