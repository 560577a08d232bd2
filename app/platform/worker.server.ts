import { EventEmitter } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import {
  parseCronItems,
  type Runner,
  run,
  type TaskList,
  type WorkerEvents,
} from "graphile-worker";
import pg from "pg";
import { dbPool } from "./db.server.ts";
import { log } from "./log.server.ts";
import { singleton } from "./singleton.server.ts";
import { anyWorkerAlive, guardJobs } from "./worker/lost-jobs.server.ts";
import { queueLogger } from "./worker/queue-logger.server.ts";

/** A job's work. Payloads come out of a table, so each task checks its own. */
export type Task = (payload: unknown, job: JobInfo) => Promise<void>;
export type JobInfo = {
  /** This attempt is the last one that the queue will make. */
  lastAttempt: boolean;
  /** Fires when the process is to stop: long work leaves off at its next safe point. */
  signal: AbortSignal;
};

/** A task that runs by itself; `cron` is a pattern in UTC. */
export type Schedule = { task: string; cron: string };
export type Jobs = {
  tasks: Record<string, Task>;
  schedule: Schedule[];
  /** Tasks that wait for strangers' servers, in a lane of their own: however slow those are, the rest goes on. */
  outward?: Record<string, Task>;
};
export type Worker = {
  /** Takes no more jobs, and resolves when those that were running are done. */
  stop: () => Promise<void>;
};

/** Work that a process does side by side, apart from other work. */
type Lane = {
  name: "own" | "outward";
  tasks: Record<string, Task>;
  schedule: Schedule[];
  concurrency: number;
  /** How often each of them looks whether work has come due; of work that is due at once they are told. */
  pollMs: number;
};

const CONCURRENCY = 4;
/** As many at once as there can be others that are slow. Waiting for them takes no connection. */
const OUTWARD_CONCURRENCY = 10;
const RESTART_MS = 2_000;
/** A runner that could not ask for work this long is started anew. */
const STALLED_MS = 10_000;
/** A worker that has not asked for work this long is not working. */
const SILENCE_MS = 60_000;

type Pulse = { expected: boolean; seenAt: Map<Lane["name"], number> };
const pulse = () =>
  singleton<Pulse>("worker-pulse", () => ({ expected: false, seenAt: new Map() }));

/** Whether jobs get done: by this process where it works, or else by any other. */
export async function workerReady(): Promise<boolean> {
  const { expected, seenAt } = pulse();
  if (!expected) return anyWorkerAlive(dbPool());
  const seen = [...seenAt.values()];
  return seen.length > 0 && seen.every((at) => Date.now() - at < SILENCE_MS);
}

/**
 * Starts doing jobs in this process.
 *
 * A database that goes away is waited for: the queue's runner reconnects, and is started again where
 * it gave up.
 */
export async function startWorker(jobs: Jobs): Promise<Worker> {
  const stopping = new AbortController();
  const pool = openPool();
  pulse().expected = true;
  const { tasks, schedule, outward } = jobs;
  const lanes: Lane[] = [{ name: "own", tasks, schedule, concurrency: CONCURRENCY, pollMs: 2_000 }];
  if (outward && Object.keys(outward).length > 0) {
    const concurrency = OUTWARD_CONCURRENCY;
    lanes.push({ name: "outward", tasks: outward, schedule: [], concurrency, pollMs: 5_000 });
  }
  const started: { stop: () => Promise<void> }[] = [];
  for (const lane of lanes) started.push(await startLane(pool, lane, stopping.signal));
  return {
    async stop() {
      stopping.abort();
      pulse().expected = false;
      pulse().seenAt.clear();
      await Promise.all(started.map(({ stop }) => stop()));
      await pool.end();
    },
  };
}

async function startLane(
  pool: pg.Pool,
  lane: Lane,
  stopping: AbortSignal,
): Promise<{ stop: () => Promise<void> }> {
  let runner: Runner | undefined = await startRunner(pool, lane);
  const ended = (async () => {
    while (!stopping.aborted) {
      await runner?.promise.catch(report);
      await sleep(RESTART_MS, undefined, { signal: stopping }).catch(() => {});
      if (stopping.aborted) return;
      runner = await startRunner(pool, lane).catch(report);
      if (stopping.aborted) await runner?.stop();
    }
  })();
  return {
    async stop() {
      await runner?.stop().catch(report);
      await ended;
    },
  };
}

/** Connections of the worker's own, so that jobs and pages do not wait for each other's. */
function openPool(): pg.Pool {
  const lanes = 2;
  const listening = 1;
  const guarding = 1;
  const max = CONCURRENCY + lanes * (listening + guarding);
  const pool = new pg.Pool({ ...dbPool().options, max });
  const lost = (error: Error) => log().warn({ err: error }, "the worker lost a connection");
  pool.on("error", lost);
  // Also while it is in use: without a listener a broken connection would end the process.
  pool.on("connect", (client) => client.on("error", lost));
  return pool;
}

async function startRunner(pool: pg.Pool, lane: Lane): Promise<Runner> {
  const events: WorkerEvents = new EventEmitter();
  let poolId = "";
  events.on("pool:create", ({ workerPool }) => {
    poolId = workerPool.id;
  });
  const beat = () => {
    if (pulse().expected) pulse().seenAt.set(lane.name, Date.now());
  };
  events.on("worker:getJob:empty", beat);
  events.on("job:start", beat);
  const runner = await run({
    pgPool: pool,
    logger: queueLogger(),
    concurrency: lane.concurrency,
    pollInterval: lane.pollMs,
    // The process itself decides what a signal means, and stops us in its own order.
    noHandleSignals: true,
    // Unbatched, the queue neither waits for a finished job's removal when it stops nor catches its
    // failure, which would end the process; batched, it does both. No delay is added.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    events,
    taskList: taskList(lane.tasks),
    parsedCronItems: parseCronItems(
      lane.schedule.map(({ task, cron }) => ({
        task,
        match: cron,
        identifier: `${task} ${cron}`,
        // One that is late is replaced by the next, not followed by it.
        options: { jobKey: task, maxAttempts: 3 },
      })),
    ),
  });
  beat();
  // The queue keeps for good what it failed to read once, such as the numbers of its tasks, and so can
  // stay deaf after the database is back.
  let restarting = false;
  events.on("worker:getJob:error", () => {
    const silent = Date.now() - (pulse().seenAt.get(lane.name) ?? 0);
    if (restarting || silent < STALLED_MS) return;
    restarting = true;
    // Not from within its own event, in which it would take stopping for one more failure.
    setImmediate(() => runner.stop("it cannot ask for work").catch(report));
  });
  const guard = guardJobs(pool, poolId);
  runner.promise.then(guard.stop, guard.stop);
  return runner;
}

function taskList(tasks: Record<string, Task>): TaskList {
  return Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [
      name,
      (payload: unknown, { job, abortSignal }) =>
        task(payload, { lastAttempt: job.attempts >= job.max_attempts, signal: abortSignal }),
    ]),
  ) satisfies TaskList;
}

function report(error: unknown): undefined {
  log().error({ err: error }, "the worker broke off");
}
