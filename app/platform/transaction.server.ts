import { setTimeout as sleep } from "node:timers/promises";
import { type Db, db } from "./db.server.ts";
import { isTransient, isUniqueViolation } from "./transient-error.ts";

const ATTEMPTS = 6;
const TIMEOUT_MS = 120_000;
const TRIAL_TIMEOUT_MS = 6 * 3600_000;
const MAX_WAIT_MS = 30_000;

/**
 * Whether work that failed may succeed when it is done again, as it is. What another transaction has just
 * put in, as this one was about to, is seen the second time.
 */
export function isRetryable(error: unknown): boolean {
  return isTransient(error) || isUniqueViolation(error);
}

/**
 * What is done in a transaction. Where it finds out half-way that it must not stand, it gives `rollBack`
 * its answer: that is what the transaction answers, and nothing of what was done stays.
 */
export type Work<Answer> = (tx: Db, rollBack: (answer: Answer) => never) => Promise<Answer>;

/** Does work in a transaction. */
export async function inTransaction<Answer>(
  work: Work<Answer>,
  limits: { timeout?: number; maxWait?: number } = {},
): Promise<Answer> {
  let early: { answer: Answer } | undefined;
  const rollBack = (answer: Answer) => {
    early = { answer };
    throw new RolledBack();
  };
  try {
    return await db().$transaction((tx) => work(tx, rollBack), limits);
  } catch (error) {
    if (error instanceof RolledBack && early) return early.answer;
    throw error;
  }
}

/** Not a failure: how a transaction is told not to stay. */
class RolledBack extends Error {}

/**
 * Does work in a transaction, again when it failed for a reason that says nothing about the work: a
 * deadlock, a broken connection, an order that the API brought in at the same moment.
 */
export async function inRetriedTransaction<Answer>(work: Work<Answer>): Promise<Answer> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await inTransaction(work, { timeout: TIMEOUT_MS, maxWait: MAX_WAIT_MS });
    } catch (error) {
      if (!isRetryable(error) || attempt === ATTEMPTS) throw error;
      await sleep(2 ** attempt * 20 * (0.5 + Math.random()));
    }
  }
}

/** Does work in a transaction, gives back what it gave, and leaves nothing of it in the database. */
export async function inRolledBackTransaction<T>(work: (tx: Db) => Promise<T>): Promise<T> {
  const limits = { timeout: TRIAL_TIMEOUT_MS, maxWait: MAX_WAIT_MS };
  return inTransaction<T>(async (tx, rollBack) => rollBack(await work(tx)), limits);
}

/**
 * Does a part of a transaction's work, and undoes that part alone where its answer must not stay.
 *
 * @param stays asked once the part is done.
 */
export async function inSavepoint<Answer>(
  tx: Db,
  work: () => Promise<Answer>,
  stays: (answer: Answer) => boolean,
): Promise<Answer> {
  await tx.$executeRaw`savepoint part`;
  const answer = await work();
  if (stays(answer)) await tx.$executeRaw`release savepoint part`;
  else await tx.$executeRaw`rollback to savepoint part`;
  return answer;
}
