import { createHash } from "node:crypto";
import type pg from "pg";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { countingPool, type Db, dbPool } from "./db.server.ts";
import { noteSecurity } from "./security-log.server.ts";

/** So many turns in so many seconds, counted from the first one. */
export type Limit = {
  /** Part of the counter's key: two limits never share a counter. */
  name: string;
  turns: number;
  seconds: number;
};

export type LimitedAttempt =
  | { ok: true; left: number; resetAt: Date }
  /** Nothing is left until `retryAt`, when the count begins anew. */
  | { ok: false; retryAt: Date };

/**
 * Takes a turn of a limit. Counted in PostgreSQL in one statement, so any number of web nodes share
 * the count and two requests at once are two.
 *
 * @param subject whom the limit is about: an address, an account. Kept only as a hash.
 */
export async function consumeAttempt(limit: Limit, subject: string): Promise<LimitedAttempt> {
  return consume(limit, limiter(limit), subject);
}

/**
 * Takes a turn from within a transaction; it counts whatever becomes of that.
 *
 * @see consumeAttempt
 */
export async function consumeAttemptInTransaction(
  limit: Limit,
  subject: string,
): Promise<LimitedAttempt> {
  return consume(limit, limiter(limit, countingPool()), subject);
}

/** Gives a turn back that turned out not to count, such as a password that was right. */
export async function refundAttempt(limit: Limit, subject: string): Promise<void> {
  await limiter(limit).reward(keyOf(subject));
}

/** Starts a subject's count anew. */
export async function resetAttempts(limit: Limit, subject: string): Promise<void> {
  await limiter(limit).delete(keyOf(subject));
}

/** Removes counters that have run out. */
export async function sweepAttempts(db: Db): Promise<void> {
  await db.$executeRaw`delete from rate_limit where expire < extract(epoch from now()) * 1000`;
}

async function consume(
  limit: Limit,
  counter: RateLimiterPostgres,
  subject: string,
): Promise<LimitedAttempt> {
  try {
    const count = await counter.consume(keyOf(subject));
    return {
      ok: true,
      left: count.remainingPoints,
      resetAt: new Date(Date.now() + count.msBeforeNext),
    };
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    noteSecurity({ event: "limit-reached", limit: limit.name });
    return { ok: false, retryAt: new Date(Date.now() + Math.max(refusal.msBeforeNext, 1_000)) };
  }
}

function limiter({ name, turns, seconds }: Limit, pool: pg.Pool = dbPool()): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient: pool,
    storeType: "pool",
    tableName: "rate_limit",
    // The table is a migration's; counters that have run out are swept by the hourly job.
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: name,
    points: turns,
    duration: seconds,
  });
}

const keyOf = (subject: string) =>
  createHash("sha256").update(subject).digest("base64url").slice(0, 22);
