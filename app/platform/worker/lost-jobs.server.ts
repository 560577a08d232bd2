import type pg from "pg";
import { WORKER_LOCK } from "../locks.server.ts";
import { log } from "../log.server.ts";

const ROUND_MS = 5_000;
/** A worker that has just lost its connection takes its lock anew within one round. */
const ROUNDS_MISSED = 4;

/**
 * Shows the others that this worker lives, and hands on the jobs of workers that do not.
 *
 * The queue itself waits four hours before it believes that a worker which holds a job is gone. Here
 * each worker holds an advisory lock under its own name, which PostgreSQL drops the moment the process
 * is gone; a job whose holder has had no such lock for several rounds running is free again.
 *
 * @param workerId the name under which the queue locks this worker's jobs.
 */
export function guardJobs(pool: pg.Pool, workerId: string): { stop: () => void } {
  let stopped = false;
  let held: pg.PoolClient | undefined;
  let missed = new Map<string, number>();
  let timer: NodeJS.Timeout | undefined;

  async function round(): Promise<void> {
    try {
      held ??= await holdLock();
      const missing = await holdersWithoutLock(pool);
      missed = new Map(missing.map((holder) => [holder, (missed.get(holder) ?? 0) + 1]));
      const gone = missing.filter((holder) => (missed.get(holder) ?? 0) >= ROUNDS_MISSED);
      if (gone.length > 0) {
        await pool.query("select graphile_worker.force_unlock_workers($1)", [gone]);
        log().warn({ workers: gone.length }, "jobs of a worker that is gone were handed on");
      }
    } catch (error) {
      if (!stopped) log().warn({ err: error }, "lost jobs could not be looked for");
    }
    if (stopped) letGo();
    else timer = setTimeout(round, ROUND_MS);
  }

  async function holdLock(): Promise<pg.PoolClient> {
    const client = await pool.connect();
    client.once("error", () => {
      if (held !== client) return;
      held = undefined;
      client.release(true);
    });
    try {
      await client.query("select pg_advisory_lock($1, hashtext($2))", [WORKER_LOCK, workerId]);
      return client;
    } catch (error) {
      client.release(true);
      throw error;
    }
  }

  /** Closes the connection rather than returning it: the lock goes with it. */
  function letGo(): void {
    const client = held;
    held = undefined;
    client?.release(true);
  }

  void round();
  return {
    stop() {
      stopped = true;
      clearTimeout(timer);
      letGo();
    },
  };
}

async function holdersWithoutLock(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ holder: string }>(
    `select distinct job.locked_by as holder from graphile_worker._private_jobs as job
     where job.locked_by is not null and not exists (
       select from pg_locks
       where locktype = 'advisory' and classid = $1
         and database = (select oid from pg_database where datname = current_database())
         and objid::bigint = hashtext(job.locked_by)::bigint & 4294967295)`,
    [WORKER_LOCK],
  );
  return rows.map((row) => row.holder);
}

/** Whether some worker of this database, in whichever process, is alive. */
export async function anyWorkerAlive(pool: pg.Pool): Promise<boolean> {
  const { rowCount } = await pool.query(
    `select from pg_locks where locktype = 'advisory' and classid = $1
       and database = (select oid from pg_database where datname = current_database()) limit 1`,
    [WORKER_LOCK],
  );
  return rowCount === 1;
}
