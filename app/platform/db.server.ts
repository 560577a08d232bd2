import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { type Prisma, PrismaClient } from "#app/generated.server/prisma/client.ts";
import { log } from "./log.server.ts";
import { singleton } from "./singleton.server.ts";

/** The database, or a transaction on it: what a use case hands to the functions it calls. */
export type Db = PrismaClient | Prisma.TransactionClient;

type Connection = { prisma: PrismaClient; pool: pg.Pool; countingPool: pg.Pool; url: string };
const holder = () => singleton<{ connection?: Connection }>("database", () => ({}));

/** Connections per process. On two cores about ten carry more than twenty do. */
const POOL_SIZE = 10;
/** More for counting tries from within transactions, which have all of the others when it matters. */
const COUNTING_POOL_SIZE = 2;

/**
 * Connects this process. Called once at its start, before anything asks for {@link db}.
 *
 * @param asRole the role to work as; undefined where it could not be created.
 */
export function openDatabase(url: string, asRole?: string): void {
  if (holder().connection) throw new Error("The database is open already.");
  // A server that goes away ends its connections, idle or in use; the next query opens a new one.
  const lost = (error: Error) => log().warn({ err: error }, "a database connection was lost");
  const poolOf = (max: number) => {
    const pool = new pg.Pool({
      connectionString: url,
      max,
      connectionTimeoutMillis: 10_000,
      ...(asRole ? { options: `-c role=${asRole}` } : {}),
    });
    pool.on("error", lost);
    pool.on("connect", (client) => client.on("error", lost));
    return pool;
  };
  const pool = poolOf(POOL_SIZE);
  const adapter = new PrismaPg(pool, {
    onPoolError: lost,
  });
  holder().connection = {
    prisma: new PrismaClient({ adapter }),
    pool,
    countingPool: poolOf(COUNTING_POOL_SIZE),
    url,
  };
}

/** The club's tables through Prisma. */
export function db(): PrismaClient {
  return connection().prisma;
}

/** The connections themselves, for libraries that speak PostgreSQL directly. */
export function dbPool(): pg.Pool {
  return connection().pool;
}

/**
 * Connections of their own for what is counted from within a transaction and has to stay when that is
 * rolled back: one that waited for a tenth connection while ten transactions wait for it would wait in vain.
 */
export function countingPool(): pg.Pool {
  return connection().countingPool;
}

/** Where we are connected. Contains the password: never logged. */
export function databaseUrl(): string {
  return connection().url;
}

export async function closeDatabase(): Promise<void> {
  const open = holder().connection;
  if (!open) return;
  holder().connection = undefined;
  await open.prisma.$disconnect();
  if (!open.pool.ended) await open.pool.end();
  await open.countingPool.end();
}

function connection(): Connection {
  const open = holder().connection;
  if (!open) throw new Error("The database is not open: call startPlatform() first.");
  return open;
}
