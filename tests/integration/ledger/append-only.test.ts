import { execFileSync } from "node:child_process";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { reverseEntry } from "#app/modules/ledger/reverse-entry.server.ts";
import { sealLedger } from "#app/modules/ledger/seal-ledger.server.ts";
import { db } from "#app/platform/db.server.ts";
import { projectRoot } from "#app/platform/project-root.server.ts";
import { testDatabase } from "../../support/database.ts";
import { anAccount, aReversal, at, earn, hold } from "../../support/ledger-fixtures.ts";
import { HISTORY, RUNNING } from "../../support/ledger-tables.ts";

const database = testDatabase();
let owner: pg.Client;

beforeAll(async () => {
  const account = await anAccount();
  const award = await earn(account, { points: 100, statusPoints: 10 });
  await earn(account, { points: 100 });
  await hold(account, 10, at("2027-01-01"), at("2026-02-01"));
  await reverseEntry(db(), aReversal(award.entryId), at("2026-02-01"));
  await sealLedger(db());
  owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
});

afterAll(() => owner.end());

describe("even the database's owner", () => {
  test.each(HISTORY)("cannot change, remove or empty ledger.%s", async (table) => {
    const column = { txn: "kind", posting: "amount", status_entry: "points", seal: "count" }[
      table as string
    ];
    const change = `update ledger.${table} set ${column ?? "amount"} = ${column ?? "amount"}`;
    await expect(owner.query(change)).rejects.toThrow(/append-only: UPDATE/);
    await expect(owner.query(`delete from ledger.${table}`)).rejects.toThrow(/append-only: DELETE/);
    await expect(owner.query(`truncate ledger.${table} cascade`)).rejects.toThrow(
      /append-only: TRUNCATE/,
    );
  });

  test.each(RUNNING)("cannot remove a row of ledger.%s, nor its facts", async (table) => {
    const fact = { account: "owner", lot: "lapses_at", hold: "ends_at" }[table];
    await expect(owner.query(`delete from ledger.${table}`)).rejects.toThrow(/append-only: DELETE/);
    await expect(owner.query(`truncate ledger.${table} cascade`)).rejects.toThrow(/append-only/);
    const change = `update ledger.${table} set ${fact} = ${fact}`;
    await expect(owner.query(change)).rejects.toThrow(/append-only: UPDATE/);
  });

  test("cannot get round that by posing as a replica, which skips ordinary triggers", async () => {
    await owner.query("begin; set local session_replication_role = replica");
    await expect(owner.query("delete from ledger.posting")).rejects.toThrow(/append-only/);
    await owner.query("rollback");
  });
});

describe("the application", () => {
  test.each([...HISTORY, ...RUNNING])("has no right to write ledger.%s", async (table) => {
    await asApplication(async (query) => {
      expect(await query(`select count(*) from ledger.${table}`)).toBe("read");
      expect(await query(`insert into ledger.${table} default values`)).toMatch(
        /permission denied/,
      );
      expect(await query(`delete from ledger.${table}`)).toMatch(/permission denied/);
      expect(await query(`truncate ledger.${table}`)).toMatch(/permission denied/);
    });
  });

  test("cannot call the ledger's inner functions, which would write half an entry", async () => {
    await asApplication(async (query) => {
      expect(await query("select ledger.post(1, 6, 1, 100, 0, 0, now(), now())")).toMatch(
        /permission denied/,
      );
      expect(await query("select ledger.draw_lots(1, 'spend', '{1}', '{1}')")).toMatch(
        /permission denied/,
      );
      expect(
        await query("select ledger.new_entry('a', 'b', '', 'earn', 6, null, now(), '{}')"),
      ).toMatch(/permission denied/);
    });
  });

  /** Runs statements with the application's rights, one by one; says "read" or why not. */
  async function asApplication(work: (query: (sql: string) => Promise<string>) => Promise<void>) {
    const client = new pg.Client({ connectionString: database.url, options: "-c role=marque_app" });
    await client.connect();
    try {
      await work((sql) =>
        client.query(sql).then(
          () => "read",
          (error: Error) => error.message,
        ),
      );
    } finally {
      await client.end();
    }
  }
});

test("nobody writes points past the ledger: not the application, not the demo club, not a test", () => {
  const writing = "(insert into|update|delete from|truncate|copy) +ledger\\.";
  const found = grep(["-inE", writing, "--", "app", "scripts", "prisma/seed", "tests"]);
  expect(found.filter((line) => !line.startsWith("tests/integration/ledger/"))).toEqual([]);
});

function grep(args: string[]): string[] {
  try {
    const output = execFileSync("git", ["grep", ...args], { cwd: projectRoot(), encoding: "utf8" });
    return output.trim().split("\n");
  } catch (error) {
    if ((error as { status?: number }).status === 1) return [];
    throw error;
  }
}
