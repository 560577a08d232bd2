import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { closeDatabase, openDatabase } from "#app/platform/db.server.ts";
import { appRole } from "#app/platform/start.server.ts";

export type TestDatabase = {
  /** Connection string as the database's owner: what an intruder with full rights would use. */
  readonly url: string;
};

/**
 * Gives a test file a database of its own, a copy of the migrated template, and opens it as the
 * application does (`db()` works, with the application's rights). Call it at the top of the file.
 */
export function testDatabase(): TestDatabase {
  const handle = { url: "" };
  const name = `marque_test_${process.pid}_${randomBytes(4).toString("hex")}`;

  beforeAll(async () => {
    const url = await createDatabase(name);
    handle.url = url;
    process.env.DATABASE_URL = url;
    openDatabase(url, await appRole(url));
  });

  afterAll(async () => {
    await closeDatabase();
    await onServer((client) => client.query(`drop database if exists ${name} with (force)`));
  });

  return handle;
}

/** Copies the template; for tests that start processes of their own. The caller drops it. */
export async function createDatabase(name: string): Promise<string> {
  await onServer((client) =>
    client.query(`create database ${name} template ${inject("databaseTemplate")}`),
  );
  const url = new URL(inject("databaseServer"));
  url.pathname = `/${name}`;
  return url.href;
}

async function onServer(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: inject("databaseServer") });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
