import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach, expect, test } from "vitest";
import { startJobs } from "#app/jobs.server.ts";
import { readReversalCounts } from "#app/modules/imports/import-reversal.ts";
import { requestReversal } from "#app/modules/imports/request-reversal.server.ts";
import { db } from "#app/platform/db.server.ts";
import { projectRoot } from "#app/platform/project-root.server.ts";
import type { Worker } from "#app/platform/worker.server.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import { until } from "../../support/import-process.ts";
import {
  allPoints,
  bringOrders,
  bringRoll,
  expectSoundBooks,
  expectTheExpected,
  fixture,
} from "../../support/imports.ts";
import { aPerson } from "../../support/people.ts";
import { takeBack } from "../../support/reversals.ts";

const database = freshDatabase();
const timeout = 150_000;
let child: ChildProcess | undefined;
let worker: Worker | undefined;

afterEach(async () => {
  child?.kill("SIGKILL");
  await worker?.stop();
  child = undefined;
  worker = undefined;
});

test(
  "the workshop's whole export taken back leaves every balance as it was, and comes in again to the point",
  async () => {
    await bringRoll(fixture("members.csv"));
    const before = await allPoints();
    const { importId } = await bringOrders(fixture("service-orders.csv"));
    await expectTheExpected();
    expect((await takeBack(importId)).outcomes).toMatchObject({ kept: 0, restored: 0 });
    expect(await allPoints()).toEqual(before);
    expect(await db().serviceOrder.count()).toBe(0);
    await expectSoundBooks();
    await bringOrders(fixture("service-orders.csv"));
    await expectTheExpected();
  },
  timeout,
);

test(
  "a reversal whose worker is killed half-way is finished by another, and nothing is taken twice",
  async () => {
    // By the clock, as the worker books. Read after it has, so that nothing lapses between the two readings.
    const later = new Date(Date.now() + 3_600_000);
    await bringRoll(fixture("members.csv"), { bookAt: undefined });
    const before = await allPoints(later);
    const { importId } = await bringOrders(fixture("service-orders.csv"), { bookAt: undefined });
    const { id: by } = await aPerson({ roles: ["admin"] });
    child = spawn(process.execPath, ["--import", "tsx", "scripts/worker.ts"], {
      cwd: projectRoot(),
      env: { ...process.env, DATABASE_URL: database.url, WORKER: "on" },
      stdio: "ignore",
    });
    await requestReversal(db(), { importId, by, reason: "The wrong file" });
    const run = () => db().importRun.findUniqueOrThrow({ where: { id: importId } });
    await until(async () => readReversalCounts((await run()).reversalCounts).done > 0, "a chunk");
    child.kill("SIGKILL");
    await once(child, "exit");
    const half = await run();
    expect(half.reversalState).toBe("running");
    await expectSoundBooks();

    // The queue gives a dead worker's job to another after some hours: here at once.
    await db().$executeRaw`
      update graphile_worker._private_jobs set locked_at = null, locked_by = null, run_at = now()`;
    worker = await startJobs();
    await until(async () => (await run()).reversalState === "finished", "its end");
    expect(await allPoints(later)).toEqual(before);
    const counts = readReversalCounts((await run()).reversalCounts);
    expect(counts.done).toBe(counts.total);
    await expectSoundBooks();
  },
  timeout,
);
