import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { db } from "#app/platform/db.server.ts";
import { bookedNow } from "../../support/booked-now.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import { startImportProcess, until } from "../../support/import-process.ts";
import {
  bringOrders,
  bringRoll,
  expected,
  expectSoundBooks,
  expectTheExpected,
  fixture,
} from "../../support/imports.ts";

const database = freshDatabase();
const booked = bookedNow();
const timeout = 120_000;

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "marque-import-"));
  file = path.join(folder, "service-orders.csv");
  await writeFile(file, fixture("service-orders.csv"));
  await bringRoll(fixture("members.csv"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const theRun = () => db().importRun.findFirst({ where: { kind: "service-orders" } });

test(
  "an import that was killed half-way and started again ends as if it had run once",
  async () => {
    const killed = startImportProcess("import-service-orders", database.url, file);
    await until(async () => ((await theRun())?.linesDone ?? 0) > 0, "a first chunk");
    killed.process.kill("SIGKILL");
    expect((await killed.ended).signal).toBe("SIGKILL");
    const half = await theRun();
    expect(half).toMatchObject({ state: "running", rowsTotal: 3177 });
    expect(await db().importRow.count({ where: { importId: half?.id } })).toBeLessThan(3177);
    await expectSoundBooks();

    const again = startImportProcess("import-service-orders", database.url, file);
    expect((await again.ended).code).toBe(0);
    expect(again.said()).toContain("Went on where an earlier import of this file had stopped");
    expect(await db().importRun.count({ where: { kind: "service-orders" } })).toBe(1);
    expect(await theRun()).toMatchObject({
      id: half?.id,
      state: "finished",
      counts: {
        outcomes: expected.rows,
        reasons: expected.rejected_by_reason,
        ignored: expected.ignored_lines,
      },
    });
    const report = await readFile(path.join(folder, "service-orders.report.csv"), "utf8");
    expect(report.trimEnd().split("\r\n")).toHaveLength(1 + 3177);
    await booked.expectTheSame();
  },
  timeout,
);

test(
  "the same file from two people at once comes in once, and the second is told to wait",
  async () => {
    const [one, other] = [1, 2].map(() =>
      startImportProcess("import-service-orders", database.url, file),
    ) as [ReturnType<typeof startImportProcess>, ReturnType<typeof startImportProcess>];
    const [first, second] = await Promise.all([one.ended, other.ended]);
    expect([first.code, second.code]).toEqual([0, 0]);
    const waited = [one, other].filter((run) => run.said().includes("Waiting for it to end"));
    expect(waited).toHaveLength(1);
    const runs = await db().importRun.findMany({
      where: { kind: "service-orders" },
      orderBy: { id: "asc" },
    });
    expect(runs.map(({ state }) => state)).toEqual(["finished", "finished"]);
    expect(runs[0]?.counts).toMatchObject({ outcomes: expected.rows });
    expect(runs[1]?.counts).toMatchObject({ outcomes: { new: 0, corrected: 0, reversed: 0 } });
    await booked.expectTheSame();
  },
  timeout,
);

test("an import that is asked to stop ends behind its chunk, and goes on from there", async () => {
  const stopping = new AbortController();
  const stopped = bringOrders(fixture("service-orders.csv"), {
    signal: stopping.signal,
    onProgress: ({ phase, rowsDone }) => {
      if (phase === "running" && rowsDone > 0) stopping.abort(new Error("asked to stop"));
    },
  });
  await expect(stopped).rejects.toThrow("asked to stop");
  expect(await theRun()).toMatchObject({ state: "running" });
  expect(await bringOrders(fixture("service-orders.csv"))).toMatchObject({
    ok: true,
    resumed: true,
    counts: { outcomes: expected.rows },
  });
  await expectTheExpected();
});
