import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterEach, expect, inject, test, vi } from "vitest";
import { z } from "zod";
import { db } from "#app/platform/db.server.ts";
import { enqueue } from "#app/platform/queue.server.ts";
import { startWorker, type Task, type Worker, workerReady } from "#app/platform/worker.server.ts";
import { testDatabase } from "../../support/database.ts";

const database = testDatabase();
let worker: Worker | undefined;

afterEach(async () => {
  await worker?.stop();
  worker = undefined;
  await db().$executeRaw`delete from graphile_worker._private_jobs`;
});

const Note = z.object({ note: z.string() });

/** A task that writes down what it was asked to do. */
function notes(): { done: string[]; task: Task } {
  const done: string[] = [];
  return {
    done,
    task: async (payload) => {
      done.push(Note.parse(payload).note);
    },
  };
}

async function until(condition: () => boolean | Promise<boolean>, ms = 20_000): Promise<void> {
  const end = Date.now() + ms;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error("it did not come to pass");
    await sleep(20);
  }
}

test("jobs are done with the application's rights, payload and all", async () => {
  const { done, task } = notes();
  worker = await startWorker({ tasks: { note: task }, schedule: [] });
  await enqueue(db(), "note", { note: "it's “quoted” ☕" });
  await until(() => done.length === 1);
  expect(done).toEqual(["it's “quoted” ☕"]);
  expect(await workerReady()).toBe(true);
});

test("a job exists only if what it follows from was committed", async () => {
  const undone = db().$transaction(async (tx) => {
    await enqueue(tx, "note", { note: "never" });
    throw new Error("undone");
  });
  await expect(undone).rejects.toThrow("undone");
  const { done, task } = notes();
  worker = await startWorker({ tasks: { note: task }, schedule: [] });
  await enqueue(db(), "note", { note: "this" });
  await until(() => done.length === 1);
  expect(done).toEqual(["this"]);
});

test("a job with the same key replaces the one that waits, and one can be put off", async () => {
  await enqueue(db(), "note", { note: "first" }, { jobKey: "k" });
  await enqueue(db(), "note", { note: "second" }, { jobKey: "k" });
  await enqueue(db(), "note", { note: "tomorrow" }, { runAt: new Date(Date.now() + 86_400_000) });
  const { done, task } = notes();
  worker = await startWorker({ tasks: { note: task }, schedule: [] });
  await until(() => done.length === 1);
  await sleep(200);
  expect(done).toEqual(["second"]);
});

test("a job that fails is tried again and told when it is the last time", async () => {
  const attempts: boolean[] = [];
  const task: Task = async (_payload, { lastAttempt }) => {
    attempts.push(lastAttempt);
    throw new Error("not today");
  };
  worker = await startWorker({ tasks: { fails: task }, schedule: [] });
  await enqueue(db(), "fails", {}, { maxAttempts: 2 });
  await until(() => attempts.length === 1);
  await until(async () => {
    await db()
      .$executeRaw`update graphile_worker._private_jobs set run_at = now() where locked_at is null`;
    return attempts.length === 2;
  });
  expect(attempts).toEqual([false, true]);
});

test("stopping waits for the job that is running, and nothing is taken afterwards", async () => {
  const done: string[] = [];
  let begun = false;
  const task: Task = async (payload) => {
    begun = true;
    await sleep(400);
    done.push(Note.parse(payload).note);
  };
  worker = await startWorker({ tasks: { slow: task }, schedule: [] });
  await enqueue(db(), "slow", { note: "running" });
  await until(() => begun);
  await worker.stop();
  worker = undefined;
  expect(done).toEqual(["running"]);
  await enqueue(db(), "slow", { note: "too late" });
  await sleep(600);
  expect(done).toEqual(["running"]);
});

test("every connection cut, jobs go on by themselves", async () => {
  // The queue's library itself writes to the console when one of its workers gives up.
  const written = vi.mocked(console.error).mockImplementation(() => {});
  const { done, task } = notes();
  worker = await startWorker({ tasks: { note: task }, schedule: [] });
  const owner = new pg.Client({ connectionString: database.url });
  owner.on("error", () => {});
  await owner.connect();
  for (const round of ["one", "two"]) {
    await owner.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
    );
    await until(() =>
      enqueue(db(), "note", { note: round }).then(
        () => true,
        () => false,
      ),
    );
    await until(() => done.includes(round), 30_000);
  }
  await owner.end();
  expect(await workerReady()).toBe(true);
  written.mockClear();
});

test("the database out of reach while a job ends: the worker waits for it and goes on", async () => {
  // The queue's library may write to the console what its worker met when it was cut off.
  const written = vi.mocked(console.error).mockImplementation(() => {});
  const { done, task } = notes();
  let begun = false;
  let finish: (() => void) | undefined;
  const hold: Task = () => {
    begun = true;
    return new Promise((resolve) => {
      finish = resolve;
    });
  };
  worker = await startWorker({ tasks: { note: task, hold }, schedule: [] });
  await enqueue(db(), "hold", {});
  await until(() => begun);
  const server = new pg.Client({ connectionString: inject("databaseServer") });
  await server.connect();
  const name = new URL(database.url).pathname.slice(1);
  await server.query(`alter database ${name} allow_connections false`);
  await server.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", [
    name,
  ]);
  finish?.();
  await sleep(3_000);
  await server.query(`alter database ${name} allow_connections true`);
  await server.end();
  await enqueue(db(), "note", { note: "after" });
  await until(() => done.includes("after"));
  expect(await workerReady()).toBe(true);
  written.mockClear();
});

test("the jobs of a worker that is gone are handed on, those of one that lives are not", async () => {
  const { done, task } = notes();
  let release: (() => void) | undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let holding = 0;
  const hold: Task = async () => {
    holding += 1;
    await held;
  };
  worker = await startWorker({ tasks: { note: task, hold }, schedule: [] });
  await enqueue(db(), "hold", {});
  await until(() => holding === 1);
  await enqueue(
    db(),
    "note",
    { note: "left behind" },
    { jobKey: "left", runAt: new Date(Date.now() + 3_600_000) },
  );
  await db().$executeRaw`
    update graphile_worker._private_jobs
    set locked_by = 'pool-of-a-dead-process', locked_at = now(), attempts = 1, run_at = now() where key = 'left'`;
  await until(() => done.length === 1, 40_000);
  expect(done).toEqual(["left behind"]);
  expect(holding).toBe(1);
  release?.();
});
