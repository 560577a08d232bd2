import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chown, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { EMBEDDED_MAJOR, locateBinaries, program } from "./binaries.server.ts";
import { choosePostgresHome, type PostgresHome } from "./home.server.ts";
import { withStartLock } from "./start-lock.server.ts";

const SUPERUSER = "marque";

export type EmbeddedServer = {
  /** Connection string of the server's owner, to the database `marque`. */
  url: string;
  /** Where the data is, for people. */
  folder: string;
  /** Stops the server if no other process uses it; says whether it did. */
  stopIfUnused: () => Promise<boolean>;
};

/**
 * Makes sure that the embedded PostgreSQL of a data folder runs, and tells how to reach it.
 *
 * The server is a daemon of its own: it outlives a process that is killed, the next process adopts
 * it, and two processes (`dev` and an import) use one. The last one to leave stops it.
 *
 * @throws Error with a sentence for people when the data belongs to another major version or the
 *   server does not come up.
 */
export async function startEmbedded(dataDir: string): Promise<EmbeddedServer> {
  const home = await choosePostgresHome(await locateBinaries(), dataDir);
  const cluster = path.join(home.folder, "data");
  const { url, presence } = await withStartLock(home.folder, async () => {
    await refuseOtherVersion(cluster);
    if (!(await stat(path.join(cluster, "PG_VERSION")).catch(() => null))) {
      await initialise(home, cluster);
    }
    const password = (await readFile(passwordFile(home), "utf8")).trim();
    const port = (await runningPort(cluster, password)) ?? (await start(home, cluster, password));
    await ensureDatabase(serverUrl(port, password, "postgres"));
    const url = serverUrl(port, password, "marque");
    return { url, presence: await bePresent(url) };
  });
  return {
    url,
    folder: home.folder,
    stopIfUnused: () =>
      withStartLock(home.folder, async () => {
        await presence.end().catch(() => {});
        return stopIfUnused(home, cluster, url);
      }),
  };
}

const passwordFile = (home: PostgresHome) => path.join(home.folder, "password");
const serverUrl = (port: number, password: string, database: string) =>
  `postgresql://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;

async function refuseOtherVersion(cluster: string): Promise<void> {
  const found = await readFile(path.join(cluster, "PG_VERSION"), "utf8").catch(() => null);
  if (found === null || found.trim() === EMBEDDED_MAJOR) return;
  throw new Error(
    `The data in ${cluster} was written by PostgreSQL ${found.trim()}, and this Marque brings ` +
      `PostgreSQL ${EMBEDDED_MAJOR}. Nothing was changed. Start the Marque that wrote it, back it ` +
      'up, and restore the backup here: see "Upgrading" in docs/operations.md.',
  );
}

async function initialise(home: PostgresHome, cluster: string): Promise<void> {
  // An initdb that was cut short leaves a folder without PG_VERSION that initdb then refuses.
  await rm(cluster, { recursive: true, force: true });
  const password = randomBytes(24).toString("base64url");
  await writeFile(passwordFile(home), password, { mode: 0o600 });
  if (home.runAs) await chown(passwordFile(home), home.runAs.uid, home.runAs.gid);
  const { code, output } = await run(home, "initdb", [
    `--pgdata=${cluster}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile(home)}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--data-checksums",
  ]);
  if (code !== 0) throw new Error(`The embedded database could not be created:\n${output}`);
}

/** The port of a server that already runs on this cluster and lets us in, if any. */
async function runningPort(cluster: string, password: string): Promise<number | null> {
  const lines = await readFile(path.join(cluster, "postmaster.pid"), "utf8").catch(() => "");
  const port = Number(lines.split("\n")[3]);
  if (!port) return null;
  // A server that is still recovering after a crash refuses for some seconds; a stale file does at once.
  for (let attempt = 0; attempt < 60; attempt++) {
    const answer = await knock(serverUrl(port, password, "postgres"));
    if (answer === "open") return port;
    if (answer === "closed") return null;
    await sleep(250);
  }
  return null;
}

async function knock(url: string): Promise<"open" | "starting" | "closed"> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on("error", () => {});
  try {
    await client.connect();
    return "open";
  } catch (error) {
    return (error as { code?: string }).code === "57P03" ? "starting" : "closed";
  } finally {
    await client.end().catch(() => {});
  }
}

async function start(home: PostgresHome, cluster: string, password: string): Promise<number> {
  const log = path.join(home.folder, "server.log");
  let output = "";
  // After a kill -9 of the server its orphans hold the shared memory for a moment, and the first
  // attempts are refused; that passes by itself.
  for (let attempt = 0; attempt < 40; attempt++) {
    const port = await freePort();
    const options = [
      `-c port=${port}`,
      "-c listen_addresses=127.0.0.1",
      "-c unix_socket_directories=''",
      "-c max_connections=100",
      "-c shared_buffers=256MB",
      "-c timezone=UTC",
      "-c log_timezone=UTC",
    ].join(" ");
    const answer = await run(home, "pg_ctl", [
      "start",
      "--wait",
      "--timeout=60",
      `--pgdata=${cluster}`,
      `--log=${log}`,
      `--options=${options}`,
    ]);
    if (answer.code === 0) return port;
    output = answer.output;
    const adopted = await runningPort(cluster, password);
    if (adopted) return adopted;
    await sleep(500);
  }
  const tail = (await readFile(log, "utf8").catch(() => "")).split("\n").slice(-12).join("\n");
  throw new Error(`The embedded database did not start (data in ${cluster}).\n${output}\n${tail}`);
}

async function ensureDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query("select 1 from pg_database where datname = 'marque'");
    if (!rowCount) await client.query("create database marque");
  } finally {
    await client.end();
  }
}

/**
 * A connection that does nothing but be there: without it, a process that is leaving could stop the
 * server between our finding it and our first query.
 */
async function bePresent(url: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    keepAlive: true,
    application_name: PRESENCE,
  });
  client.on("error", () => {});
  await client.connect();
  return client;
}

/** What the connection is called that a process of ours keeps for as long as it uses the server. */
const PRESENCE = "marque-presence";

/** How long connections that were closed just now may still be listed, on a busy machine. */
const LEAVING_MS = 5_000;

async function stopIfUnused(home: PostgresHome, cluster: string, url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  try {
    await client.connect();
    const until = performance.now() + LEAVING_MS;
    let used = await uses(client);
    while (used.others > 0) {
      if (used.present || performance.now() > until) return false;
      await sleep(50);
      used = await uses(client);
    }
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
  const { code } = await run(home, "pg_ctl", [
    "stop",
    "--mode=fast",
    "--wait",
    `--pgdata=${cluster}`,
  ]);
  return code === 0;
}

/** How many others are connected, and whether a process of ours is among them. */
async function uses(client: pg.Client): Promise<{ others: number; present: boolean }> {
  const { rows } = await client.query<{ others: number; present: boolean }>(
    `select count(*)::int as others, coalesce(bool_or(application_name = $1), false) as present
     from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
    [PRESENCE],
  );
  return rows[0] ?? { others: 0, present: false };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

async function run(
  home: PostgresHome,
  name: "initdb" | "pg_ctl",
  args: string[],
): Promise<{ code: number | null; output: string }> {
  const child: ChildProcess = spawn(program(home.native, name), args, {
    ...home.runAs,
    // The folder we stand in may be closed to the user that PostgreSQL runs as.
    cwd: home.folder,
    env: { ...process.env, LC_ALL: "C", TZ: "UTC" },
    // A daemon keeps the pipes it inherits open: pg_ctl's own words go to a pipe, the server's to its log.
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let output = "";
  child.stdout?.on("data", (chunk: Buffer) => {
    output += chunk;
  });
  child.stderr?.on("data", (chunk: Buffer) => {
    output += chunk;
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", resolve);
  });
  child.stdout?.destroy();
  child.stderr?.destroy();
  return { code, output };
}
