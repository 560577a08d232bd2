import pg from "pg";
import { closeDatabase, openDatabase } from "./db.server.ts";
import { env } from "./env.server.ts";
import { migrate, migrationState } from "./migrations/migrate.server.ts";
import { startEmbedded } from "./postgres/embedded.server.ts";

export type Platform = {
  /** Where the data is, in words for a person. */
  where: string;
  /** Migrations applied just now. */
  migrated: string[];
  /** Disconnects, and stops the embedded server if nobody else uses it. */
  stop: () => Promise<void>;
};

/**
 * Makes the database ready and connects this process to it: the first thing every command does.
 *
 * Without DATABASE_URL the embedded server is started or adopted. Migrations are applied where that
 * is safe: to the embedded database, and to an empty one. A database with somebody's data is left
 * alone until `npm run db:migrate` is called, so that a back-up can be made first.
 *
 * @throws Error in words when settings are wrong or the database is not ready for this code.
 */
export async function startPlatform(): Promise<Platform> {
  const { DATABASE_URL, DATA_DIR } = env();
  const embedded = DATABASE_URL ? undefined : await startEmbedded(DATA_DIR);
  const url = DATABASE_URL ?? (embedded?.url as string);
  const migrated = await prepareDatabase(url, embedded !== undefined);
  openDatabase(url, await appRole(url));
  return {
    where: embedded ? `the embedded database in ${embedded.folder}` : withoutPassword(url),
    migrated,
    stop: async () => {
      await closeDatabase();
      await embedded?.stopIfUnused();
    },
  };
}

async function prepareDatabase(url: string, ours: boolean): Promise<string[]> {
  const { empty, pending } = await migrationState(url);
  if (pending.length === 0) return [];
  if (ours || empty) return migrate(url);
  throw new Error(
    `The database lacks ${pending.length} migration(s) of this version (${pending[0]} …). ` +
      "Back it up, then run: npm run db:migrate",
  );
}

/** The role the application works as, if it exists and we may take it. */
export async function appRole(url: string): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query(
      "select from pg_roles where rolname = 'marque_app' and pg_has_role(current_user, oid, 'member')",
    );
    return rowCount ? "marque_app" : undefined;
  } finally {
    await client.end();
  }
}

function withoutPassword(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `the database ${pathname.slice(1)} on ${hostname}${port ? `:${port}` : ""}`;
}
