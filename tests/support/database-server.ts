import { mkdir, rm } from "node:fs/promises";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { migrate } from "#app/platform/migrations/migrate.server.ts";
import { startEmbedded } from "#app/platform/postgres/embedded.server.ts";
import { appRole } from "#app/platform/start.server.ts";
import { scratchFolder } from "../../scripts/test/scratch.ts";
import { withoutDurability } from "./not-durable.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Connection string of the server's maintenance database. */
    databaseServer: string;
    /** The migrated, empty database that every test file's database is a copy of. */
    databaseTemplate: string;
    /** The role that the application works as; none where it could not be created. */
    databaseRole: string | undefined;
  }
}

/**
 * One PostgreSQL for all integration tests: the one at DATABASE_URL (its user must be allowed to
 * create databases), or the embedded one in a folder of its own.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.DATABASE_URL;
  const folder = scratchFolder("test");
  if (!given) await mkdir(folder, { recursive: true, mode: 0o755 });
  const embedded = given ? undefined : await startEmbedded(folder);
  const server = onDatabase(given ?? (embedded?.url as string), "postgres");
  const template = `marque_test_template_${process.pid}`;
  if (embedded) await withoutDurability(server);
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  // A run that was killed could not clean up.
  await dropThose(client, (pid) => !isAlive(pid));
  await client.query(`create database ${template}`);
  await migrate(onDatabase(server, template));
  project.provide("databaseServer", server);
  project.provide("databaseTemplate", template);
  // Roles are the server's, whichever database asks.
  project.provide("databaseRole", await appRole(onDatabase(server, template)));
  return async () => {
    await dropThose(client, (pid) => pid === process.pid);
    await client.end();
    if (await embedded?.stopIfUnused()) await rm(folder, { recursive: true, force: true });
  };
}

/** The same server, another database. */
function onDatabase(url: string, database: string): string {
  const moved = new URL(url);
  moved.pathname = `/${database}`;
  return moved.href;
}

/** Drops the databases of runs that had such a process id. */
async function dropThose(client: pg.Client, isMeant: (pid: number) => boolean): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    "select datname as name from pg_database where datname ~ '^marque_test_(template_)?[0-9]+'",
  );
  for (const { name } of rows) {
    const pid = Number(/\d+/.exec(name)?.[0]);
    if (isMeant(pid)) await client.query(`drop database if exists "${name}" with (force)`);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
