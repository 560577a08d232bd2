import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { closeSync, openSync, readFileSync } from "node:fs";
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { migrate } from "#app/platform/migrations/migrate.server.ts";
import { type EmbeddedServer, startEmbedded } from "#app/platform/postgres/embedded.server.ts";
import { projectRoot } from "#app/platform/project-root.server.ts";

// A server and a process of its own, which nobody else's tests depend on: both are killed here.

let folder: string;
let server: EmbeddedServer;
let load: ChildProcess | undefined;
let ended: Promise<unknown> = Promise.resolve();

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "marque-crash-"));
  await chmod(folder, 0o755);
  server = await startEmbedded(folder);
  await migrate(server.url);
});

afterAll(async () => {
  load?.kill("SIGKILL");
  await server.stopIfUnused();
  await rm(folder, { recursive: true, force: true });
});

// Windows has no SIGKILL for a server that was started as a service's child.
const here = process.platform === "win32" ? test.skip : test;

here(
  "a database killed at full speed has lost nothing it acknowledged, and applies nothing twice",
  async () => {
    const said = await underLoad("database", async () => {
      const pid = await postmaster();
      const backends = childrenOf(pid);
      for (const victim of [pid, ...backends]) kill(victim);
    });
    server = await startEmbedded(folder);
    await expectNothingLost("database", said);
  },
);

here(
  "an application killed at full speed has lost nothing it acknowledged, and applies nothing twice",
  async () => {
    const said = await underLoad("application", async () => load?.kill("SIGKILL"));
    await expectNothingLost("application", said);
  },
);

type Said = { tried: string[]; acknowledged: string[] };

/** Lets a process book for a while, does something terrible, and returns what the process had said. */
async function underLoad(run: string, terrible: () => Promise<unknown>): Promise<Said> {
  const output = startLoad(run);
  while (readSaid(output()).acknowledged.length < 200) {
    if (load?.exitCode !== null) throw new Error(`The load ended by itself:\n${output()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await terrible();
  load?.kill("SIGKILL");
  await ended;
  return readSaid(output());
}

async function expectNothingLost(run: string, said: Said): Promise<void> {
  const committed = await committedKeys(run);
  expect(
    said.acknowledged.filter((key) => !committed.has(key)),
    "acknowledged and lost",
  ).toEqual([]);
  const tried = new Set(said.tried);
  expect(
    [...committed].filter((key) => !tried.has(key)),
    "never asked for",
  ).toEqual([]);

  // Whoever does not know what became of a request asks again.
  const unsure = said.tried.filter((key) => !said.acknowledged.includes(key));
  const again = startLoad(run, unsure);
  await ended;
  expect(readSaid(again()).acknowledged.toSorted()).toEqual(unsure.toSorted());
  expect((await committedKeys(run)).size).toBe(tried.size);
  expect(await balanceOf(run)).toBe(balanceAfter(said.tried));
  expect(await brokenPromises()).toEqual([]);
  expect(await halfTaken()).toEqual([]);
}

function startLoad(run: string, keys: string[] = []): () => string {
  const script = path.join(projectRoot(), "tests/support/ledger-load.ts");
  const file = path.join(folder, `said-${randomUUID()}`);
  // To a file, which it has written to when it goes on: what waits for room in a pipe dies with it.
  const log = openSync(file, "a");
  load = spawn(process.execPath, ["--import", "tsx", script, server.url, run, ...keys], {
    cwd: projectRoot(),
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  ended = once(load, "exit");
  return () => readFileSync(file, "utf8");
}

function readSaid(output: string): Said {
  // A line that was cut short when the process died was not said.
  const lines = output.slice(0, output.lastIndexOf("\n") + 1).split("\n");
  const keys = (word: string) =>
    lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1));
  return { tried: keys("try"), acknowledged: keys("ack") };
}

async function postmaster(): Promise<number> {
  const file = path.join(server.folder, "data", "postmaster.pid");
  return Number((await readFile(file, "utf8")).split("\n")[0]);
}

function childrenOf(pid: number): number[] {
  return execFileSync("pgrep", ["-P", String(pid)], { encoding: "utf8" })
    .trim()
    .split("\n")
    .map(Number);
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    // A backend may have noticed that its postmaster is gone, and left.
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

async function committedKeys(run: string): Promise<Set<string>> {
  const rows = await query<{ key: string }>(
    `select idem_key as key from ledger.txn where scope = 'load' and idem_key like $1
     union all
     select split_part(request_key, ':', 2) from redemption where request_key like '%:' || $1`,
    [`${run}/%`],
  );
  return new Set(rows.map((row) => row.key));
}

async function balanceOf(run: string): Promise<number> {
  const [row] = await query<{ points: string }>(
    "select sum(posted) as points from ledger.account where owner like $1",
    [`member:${run}-%`],
  );
  return Number(row?.points);
}

function balanceAfter(keys: string[]): number {
  return keys.reduce((points, key) => points + (Number(key.split("/")[2]) % 3 === 2 ? -1 : 2), 0);
}

async function brokenPromises(): Promise<unknown[]> {
  await query("select ledger.seal(100000)");
  const [row] = await query<{ report: { checks: { ok: boolean }[] } }>(
    "select ledger.verify() as report",
  );
  return (row?.report.checks ?? []).filter((check) => !check.ok);
}

/** Gifts without points, points without a gift, pieces that went to nobody, vouchers that are nobody's. */
async function halfTaken(): Promise<unknown[]> {
  return query(`
    select 'points of no gift' as what, txn.idem_key as of from ledger.txn
      where txn.scope = 'gift' and not exists (select from redemption where entry_id = txn.id)
    union all
    select 'gift without its points', request_key from redemption
      where not exists (select from ledger.txn where txn.id = redemption.entry_id)
    union all
    select 'gift without a piece', request_key from redemption
      where (select coalesce(sum(on_hand), 0) from stock_movement where redemption_id = redemption.id) <> -1
    union all
    select 'gift without a voucher', request_key from redemption
      where not exists (select from voucher where redemption_id = redemption.id)
    union all
    select 'shelf that is not its movements', level.item_id::text from stock_level level
      where on_hand <> (select sum(on_hand) from stock_movement where item_id = level.item_id)`);
}

async function query<T extends pg.QueryResultRow>(
  sql: string,
  values: unknown[] = [],
): Promise<T[]> {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  try {
    return (await client.query<T>(sql, values)).rows;
  } finally {
    await client.end();
  }
}
