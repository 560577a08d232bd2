import { rm } from "node:fs/promises";
import pg from "pg";
import { closeDatabase, openDatabase } from "#app/platform/db.server.ts";
import { migrate } from "#app/platform/migrations/migrate.server.ts";
import { startEmbedded } from "#app/platform/postgres/embedded.server.ts";
import { appRole } from "#app/platform/start.server.ts";

/** Databases to measure on, on an embedded server of their own. */
export type Databases = {
  /** Makes an empty, migrated database, or a new one in place of an earlier one of that name. */
  create: (name: string) => Promise<string>;
  /** Gives a database its name when it is whole. */
  rename: (from: string, to: string) => Promise<string>;
  /** The connection string of a database that was made before, if it is there; brought up to this code. */
  find: (name: string) => Promise<string | null>;
  /** Stops the server. */
  stop: () => Promise<void>;
  /** Stops the server and removes its folder. */
  remove: () => Promise<void>;
};

const TEMPLATE = "bench_template";

/** @param folder is the benchmark's alone: everything in it is removed in the end. */
export async function startDatabases(folder: string): Promise<Databases> {
  const embedded = await startEmbedded(folder);
  const urlOf = (name: string) => {
    const url = new URL(embedded.url);
    url.pathname = `/${name}`;
    return url.href;
  };
  const replace = async (name: string, template: string) => {
    await onServer(embedded.url, `drop database if exists ${name} with (force)`);
    await onServer(embedded.url, `create database ${name} template ${template}`);
    return urlOf(name);
  };
  await migrate(await replace(TEMPLATE, "template0"));
  const stop = async () => {
    await embedded.stopIfUnused();
  };
  return {
    create: (name) => replace(name, TEMPLATE),
    async rename(from, to) {
      await onServer(embedded.url, `alter database ${from} rename to ${to}`);
      return urlOf(to);
    },
    async find(name) {
      const { rowCount } = await onServer(
        embedded.url,
        `select from pg_database where datname = '${name}'`,
      );
      if (!rowCount) return null;
      await migrate(urlOf(name));
      return urlOf(name);
    },
    stop,
    async remove() {
      await stop();
      // Not always below ours: see home.server.ts on folders that others cannot enter.
      await rm(embedded.folder, { recursive: true, force: true });
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Opens a database as the application does, with its pool and its rights, for as long as the work takes. */
export async function onDatabase<T>(url: string, work: () => Promise<T>): Promise<T> {
  openDatabase(url, await appRole(url));
  try {
    return await work();
  } finally {
    await closeDatabase();
  }
}

/** Runs a statement as the database's owner. */
export async function onServer(url: string, statement: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(statement);
  } finally {
    await client.end();
  }
}
