import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { Logger, runMigrations } from "graphile-worker";
import pg from "pg";
import { MIGRATION_LOCK } from "../locks.server.ts";
import { projectRoot } from "../project-root.server.ts";
import { withSchemaEngine } from "./schema-engine.server.ts";
import { applySqlFiles, changedSqlFiles, readSqlFiles } from "./sql-files.server.ts";

export type MigrationState = {
  /** No table of ours is there yet. */
  empty: boolean;
  /** Migrations and SQL files that the database lacks, by name. */
  pending: string[];
};

/** Says what a database lacks compared with this code. Changes nothing. */
export async function migrationState(url: string): Promise<MigrationState> {
  return withClient(url, readState);
}

/**
 * Brings a database up to this code: tables, functions, the job queue's tables, grants.
 *
 * @returns the names of what was applied; empty when there was nothing to do.
 */
export async function migrate(url: string): Promise<string[]> {
  return withClient(url, async (client) => {
    // Two nodes that start together do it once.
    await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    const { pending } = await readState(client);
    if (pending.length === 0) return [];
    await ensureAppRole(client);
    await applyMigrations(url);
    await runMigrations({ connectionString: url, logger: silent });
    await client.query(
      `create table if not exists _applied_sql (
         name text primary key, digest text not null, applied_at timestamptz not null default now())`,
    );
    await applySqlFiles(client, await readSqlFiles(sqlFolder()));
    return pending;
  });
}

const migrationsFolder = () => path.join(projectRoot(), "prisma", "migrations");
const sqlFolder = () => path.join(projectRoot(), "prisma", "sql");
const silent = new Logger(() => () => {});

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function migrationNames(): Promise<string[]> {
  const entries = await readdir(migrationsFolder(), { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

async function readState(client: pg.Client): Promise<MigrationState> {
  const { rows } = await client.query<{ known: boolean; functions: boolean; tables: string }>(
    `select to_regclass('public._prisma_migrations') is not null as known,
            to_regclass('public._applied_sql') is not null as functions,
            (select count(*) from pg_tables where schemaname = 'public') as tables`,
  );
  const state = rows[0];
  const names = await migrationNames();
  const files = await readSqlFiles(sqlFolder());
  if (!state?.known || !state.functions) {
    const pending = [...names, ...files.map((file) => file.name)];
    return { empty: state?.tables === "0", pending };
  }
  const applied = await client.query<{ name: string }>(
    `select migration_name as name from _prisma_migrations
     where finished_at is not null and rolled_back_at is null`,
  );
  const done = new Set(applied.rows.map((row) => row.name));
  const changed = await changedSqlFiles(client, files);
  return {
    empty: false,
    pending: [...names.filter((name) => !done.has(name)), ...changed.map((file) => file.name)],
  };
}

async function applyMigrations(url: string): Promise<void> {
  const folder = migrationsFolder();
  const schema = await readFile(path.join(projectRoot(), "prisma", "schema.prisma"), "utf8");
  const migrationDirectories = await Promise.all((await migrationNames()).map(readMigration));
  const lockfile = path.join(folder, "migration_lock.toml");
  const input = {
    migrationsList: {
      baseDir: folder,
      lockfile: { path: "migration_lock.toml", content: await readFile(lockfile, "utf8") },
      shadowDbInitScript: "",
      migrationDirectories,
    },
    filters: { externalTables: [], externalEnums: [] },
  };
  await withSchemaEngine(url, schema, (engine) => engine.applyMigrations(input));
}

async function readMigration(name: string) {
  const value = await readFile(path.join(migrationsFolder(), name, "migration.sql"), "utf8");
  return {
    path: name,
    migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value } },
  };
}

/**
 * Creates the role that the application works as, where the migrating user may.
 *
 * A managed server may not let us; Marque then works as the user it connects with, and history is
 * guarded by the triggers alone (docs/operations.md says how to create the role by hand).
 */
async function ensureAppRole(client: pg.Client): Promise<void> {
  await client.query(`
    do $$ begin
      if not exists (select from pg_roles where rolname = 'marque_app') then
        create role marque_app nologin;
      end if;
      if not pg_has_role(current_user, 'marque_app', 'member') then
        execute format('grant marque_app to %I', current_user);
      end if;
    exception
      when insufficient_privilege then raise notice 'marque_app was not created';
      -- Roles belong to the whole server: another database of it may be migrating at this moment.
      when duplicate_object or unique_violation then null;
    end $$`);
}
