import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startEmbedded } from "#app/platform/postgres/embedded.server.ts";

let parent: string;
let dataDir: string;
const started: Awaited<ReturnType<typeof startEmbedded>>[] = [];

beforeEach(async () => {
  parent = await mkdtemp(path.join(tmpdir(), "marque-embedded-"));
  await chmod(parent, 0o755);
  dataDir = path.join(parent, "data");
});

afterEach(async () => {
  for (const server of started.splice(0)) await server.stopIfUnused();
  await rm(parent, { recursive: true, force: true });
});

async function start(folder = dataDir) {
  const server = await startEmbedded(folder);
  started.push(server);
  return server;
}

async function query<T extends pg.QueryResultRow>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe("the embedded server", () => {
  test("is PostgreSQL 18, and a second process uses the same one", async () => {
    const first = await start();
    const second = await start();
    expect(second.url).toBe(first.url);
    const [row] = await query<{ version: string }>(first.url, "show server_version");
    expect(row).toMatchObject({ server_version: expect.stringMatching(/^18\./) });
  });

  test("two processes that start at the same moment end with one server", async () => {
    const [first, second] = await Promise.all([start(), start()]);
    expect(second.url).toBe(first.url);
  });

  test("is left running while somebody uses it, and stopped by the last to leave", async () => {
    const server = await start();
    const other = new pg.Client({ connectionString: server.url });
    await other.connect();
    expect(await server.stopIfUnused()).toBe(false);
    await other.end();
    expect(await server.stopIfUnused()).toBe(true);
  });

  test("is not stopped under a process that has found it and not asked it anything yet", async () => {
    const leaving = await start();
    const arriving = await start();
    expect(await leaving.stopIfUnused()).toBe(false);
    expect(await query(arriving.url, "select 1 as one")).toEqual([{ one: 1 }]);
  });

  test("keeps what was committed through a kill -9 of its main process", async () => {
    const server = await start();
    await query(server.url, "create table kept(n int); insert into kept values (1)");
    const pidFile = path.join(server.folder, "data", "postmaster.pid");
    const pid = Number((await readFile(pidFile, "utf8")).split("\n")[0]);
    process.kill(pid, "SIGKILL");

    const again = await start();
    expect(await query(again.url, "select n from kept")).toEqual([{ n: 1 }]);
  });

  test("refuses data of another major version with a sentence that helps", async () => {
    const server = await start();
    await server.stopIfUnused();
    await writeFile(path.join(server.folder, "data", "PG_VERSION"), "17\n");
    await expect(startEmbedded(dataDir)).rejects.toThrow(
      /written by PostgreSQL 17.*Nothing was changed.*docs\/operations\.md/s,
    );
    await writeFile(path.join(server.folder, "data", "PG_VERSION"), "18\n");
  });

  test("begins again when its creation was cut short", async () => {
    await mkdir(path.join(dataDir, "postgres", "data", "base"), { recursive: true });
    const server = await start();
    expect(await query(server.url, "select 1 as one")).toEqual([{ one: 1 }]);
  });

  test.runIf(process.getuid?.() === 0)(
    "as root below a folder which others cannot enter, lives elsewhere and says where",
    async () => {
      await chmod(parent, 0o700);
      const server = await start();
      expect(server.folder).toMatch(/^\/var\/lib\/marque\//);
      expect(await query(server.url, "select 1 as one")).toEqual([{ one: 1 }]);
      expect(await server.stopIfUnused()).toBe(true);
      started.pop();
      await rm(server.folder, { recursive: true });
    },
  );
});
