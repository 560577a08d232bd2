import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { until } from "../../support/import-process.ts";

// What is started on an empty folder, and told to stop, leaves no PostgreSQL running on it.

let folder: string;
let child: ChildProcess;
let output = "";

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "marque-stopping-"));
  await chmod(folder, 0o755);
});

afterEach(async () => {
  child.kill("SIGKILL");
  await rm(folder, { recursive: true, force: true });
});

/** Starts a program in a group of its own, as a shell does. */
function start(script: string, settings: Record<string, string> = {}): void {
  const { DATABASE_URL, ...rest } = process.env;
  child = spawn(process.execPath, ["--import", "tsx", script], {
    env: { ...rest, NODE_ENV: "production", LOG_LEVEL: "info", DATA_DIR: folder, ...settings },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk: Buffer) => {
      output += chunk;
    });
  }
}

const toGroup = (signal: NodeJS.Signals) => process.kill(-(child.pid as number), signal);

/** The main process of the PostgreSQL in the folder, while there is one. */
function postmaster(data = "postgres/data"): number | null {
  const file = path.join(folder, data, "postmaster.pid");
  const pid = existsSync(file) && Number(readFileSync(file, "utf8").split("\n")[0]);
  return pid || null;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function expectNothingLeft(pid: number | null, code: number): Promise<void> {
  if (child.exitCode === null) await once(child, "exit");
  expect(child.exitCode, output).toBe(code);
  // Gone from the folder it is at once; the system may take a moment more.
  expect(postmaster()).toBeNull();
  await until(() => pid === null || !isAlive(pid), "the end of PostgreSQL");
}

test.each(["SIGTERM", "SIGINT"] as const)(
  "a worker that gets %s, and once more from whoever started it",
  async (signal) => {
    start("scripts/worker.ts");
    await until(async () => output.includes('"working"'), "the worker");
    const pid = postmaster();
    expect(pid !== null && isAlive(pid)).toBe(true);
    toGroup(signal);
    await sleep(30);
    toGroup(signal);
    await expectNothingLeft(pid, 0);
  },
);

test("a worker that is told to stop while its database is only starting", async () => {
  start("scripts/worker.ts");
  await until(async () => postmaster() !== null, "PostgreSQL");
  const pid = postmaster();
  toGroup("SIGTERM");
  await expectNothingLeft(pid, 0);
});

test("the demo that is told to stop while it loads its club", async () => {
  start("scripts/demo.ts", { PORT: "0" });
  const data = "demo/postgres/data";
  await until(async () => postmaster(data) !== null, "PostgreSQL");
  await sleep(3_000);
  expect(child.exitCode, output).toBeNull();
  expect(output).not.toContain("Marque is at");
  const pid = postmaster(data);
  toGroup("SIGINT");
  await expectNothingLeft(pid, 0);
});

// Where the site was not built, that is why it fails, and nothing else.
test("a site that cannot have its port", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const { port } = other.address() as { port: number };
  start("server.ts", { PORT: String(port), MARQUE_DEMO: "off" });
  await until(async () => postmaster() !== null, "PostgreSQL");
  await expectNothingLeft(postmaster(), 1);
  other.close();
});

test("migrating an empty database ends when that is done", async () => {
  start("scripts/db-migrate.ts");
  await until(async () => output.includes("Applied:"), "the migrations");
  const done = performance.now();
  await expectNothingLeft(postmaster(), 0);
  // The schema engine's time limit for its lock, had it been waited for, is ten.
  expect(performance.now() - done).toBeLessThan(8_000);
});
