import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { countingPool, dbPool, openDatabase } from "#app/platform/db.server.ts";

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
  const open = testDatabases();
  beforeAll(async () => {
    handle.url = await open();
  });
  return handle;
}

/**
 * For a file that needs databases one after the other: copies the template, puts the copy in the place of the one before,
 * and returns its connection string. All are made over one connection, which is kept as long as the file.
 */
export function testDatabases(): () => Promise<string> {
  const server = new pg.Client({ connectionString: inject("databaseServer") });
  const template = inject("databaseTemplate");
  const name = `${template.replace("_template", "")}_${process.pid}`;
  const url = new URL(inject("databaseServer"));
  url.pathname = `/${name}`;
  beforeAll(async () => {
    await server.connect();
  });
  // By an earlier file of this process, or an earlier test.
  const isOpen = () => process.env.DATABASE_URL === url.href;
  const drop = async () => {
    if (isOpen()) await Promise.all([dbPool(), countingPool()].map(endConnections));
    await server.query(`drop database if exists ${name} with (force)`);
  };
  afterAll(async () => {
    // A later file that asks for none finds none, rather than what this one left.
    await drop();
    await server.end();
  });
  return async () => {
    await drop();
    // Copied as files: written through the log, as is usual, it takes half as long again.
    await server.query(`create database ${name} template ${template} strategy file_copy`);
    // A Prisma client takes a while to make and compiles every query once, so a process keeps it.
    if (!isOpen()) openDatabase(url.href, inject("databaseRole"));
    process.env.DATABASE_URL = url.href;
    return url.href;
  };
}

/** Ends what connections a pool has, once nothing is asked over them any more. */
async function endConnections(pool: pg.Pool): Promise<void> {
  while (pool.idleCount < pool.totalCount) await sleep(1);
  const idle = await Promise.all(Array.from({ length: pool.totalCount }, () => pool.connect()));
  let left = idle.length;
  if (left === 0) return;
  await new Promise<void>((resolve) => {
    pool.on("remove", function oneLess() {
      left -= 1;
      if (left > 0) return;
      pool.off("remove", oneLess);
      resolve();
    });
    for (const client of idle) client.release(true);
  });
}
