import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { closeDatabase, openDatabase } from "#app/platform/db.server.ts";

export type TestDatabase = {
  /** Connection string as the database's owner: what an intruder with full rights would use. */
  readonly url: string;
};

/** Databases of one file of tests, on the run's server. */
export type TestDatabases = {
  /** Copies the template and opens the copy as the application does; returns its connection string. */
  open: () => Promise<string>;
  /** Closes the one that is open, and drops it. */
  close: () => Promise<void>;
};

/**
 * Gives a test file a database of its own, a copy of the migrated template, and opens it as the
 * application does (`db()` works, with the application's rights). Call it at the top of the file.
 */
export function testDatabase(): TestDatabase {
  const handle = { url: "" };
  const databases = testDatabases();
  beforeAll(async () => {
    handle.url = await databases.open();
  });
  afterAll(databases.close);
  return handle;
}

/**
 * Databases one after the other, for a file that needs more than one. All are made over one connection, which is
 * kept as long as the file: a connection costs more than a copy.
 */
export function testDatabases(): TestDatabases {
  const server = new pg.Client({ connectionString: inject("databaseServer") });
  let name = "";
  beforeAll(async () => {
    await server.connect();
  });
  afterAll(() => server.end());
  return {
    async open() {
      name = `marque_test_${process.pid}_${randomBytes(4).toString("hex")}`;
      // Copied as files: written through the log, as is usual, it takes half as long again.
      const template = inject("databaseTemplate");
      await server.query(`create database ${name} template ${template} strategy file_copy`);
      const url = new URL(inject("databaseServer"));
      url.pathname = `/${name}`;
      process.env.DATABASE_URL = url.href;
      openDatabase(url.href, inject("databaseRole"));
      return url.href;
    },
    async close() {
      await closeDatabase();
      await server.query(`drop database if exists ${name} with (force)`);
    },
  };
}
