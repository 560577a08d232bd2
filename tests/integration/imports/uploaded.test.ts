import pg from "pg";
import { beforeEach, expect, test } from "vitest";
import { fileKinds } from "#app/features.server.ts";
import { loadImport } from "#app/modules/imports/load-import.server.ts";
import { receiveUpload } from "#app/modules/imports/receive-upload.server.ts";
import { runImport } from "#app/modules/imports/run-import.server.ts";
import { startImport } from "#app/modules/imports/start-import.server.ts";
import { streamReport } from "#app/modules/imports/stream-report.server.ts";
import { db } from "#app/platform/db.server.ts";
import { bookedNow } from "../../support/booked-now.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import { anExport, aRoll, bringRoll, expected, fixture } from "../../support/imports.ts";
import { aPerson } from "../../support/people.ts";

const database = freshDatabase();
const booked = bookedNow();

let desk: number;
beforeEach(async () => {
  desk = (await aPerson({ roles: ["desk"] })).id;
});

async function upload(bytes: Uint8Array, fileName = "service-orders.csv"): Promise<number> {
  async function* content() {
    for (let at = 0; at < bytes.length; at += 50_000) yield bytes.subarray(at, at + 50_000);
  }
  const received = await receiveUpload(db(), { fileName, by: desk, content: content() });
  if (!received.ok) throw new Error(received.refusal);
  return received.uploadId;
}

async function start(uploadId: number, dryRun = false): Promise<number> {
  const started = await startImport({ kind: "service-orders", uploadId, startedBy: desk, dryRun });
  if (!started.ok) throw new Error(started.refusal);
  return started.importId;
}

const run = (importId: number, signal = new AbortController().signal, lastAttempt = false) =>
  runImport(importId, { lastAttempt, signal }, fileKinds);

test("an upload is put in line, brought in by a worker, and then forgotten", async () => {
  await bringRoll(fixture("members.csv"));
  const importId = await start(await upload(fixture("service-orders.csv")));
  expect(await loadImport(importId)).toMatchObject({
    kind: "service-orders",
    state: "waiting",
    rowsDone: 0,
    rowsTotal: null,
    startedBy: expect.stringContaining("Person"),
  });
  const [job] = await db().$queryRaw<[{ task: string }]>`
    select task_identifier as task from graphile_worker.jobs`;
  expect(job).toEqual({ task: "run-import" });

  await run(importId);
  expect(await loadImport(importId)).toMatchObject({
    state: "finished",
    rowsDone: 3177,
    rowsTotal: 3177,
    counts: { outcomes: expected.rows },
  });
  expect(await db().upload.count()).toBe(0);
  expect(await db().uploadPiece.count()).toBe(0);
  await booked.expectTheSame();

  // The queue runs jobs at least once.
  await run(importId);
  await booked.expectTheSame();
});

test("a worker that is told to stop leaves the import to the next one", async () => {
  await bringRoll(fixture("members.csv"));
  const importId = await start(await upload(fixture("service-orders.csv")));
  const stopping = AbortSignal.abort(new Error("stopping"));
  await expect(run(importId, stopping, true)).rejects.toThrow("stopping");
  expect(await loadImport(importId)).toMatchObject({ state: "waiting", problem: null });
  await run(importId);
  expect(await loadImport(importId)).toMatchObject({
    state: "finished",
    counts: { outcomes: expected.rows },
  });
  await booked.expectTheSame();
});

/** Lets something happen to a run whenever a chunk moves its checkpoint, until told to stop. */
async function disturbCheckpoints(statement: string): Promise<() => Promise<void>> {
  const asOwner = async (sql: string) => {
    const owner = new pg.Client({ connectionString: database.url });
    await owner.connect();
    await owner.query(sql).finally(() => owner.end());
  };
  await asOwner(`
    create function disturb() returns trigger language plpgsql as $$ begin ${statement} end $$;
    create trigger disturb before update of lines_done on import_run
      for each row execute function disturb();`);
  return () => asOwner("drop function disturb() cascade");
}

test("a checkpoint that has moved although nobody else is at work is left to the queue to go on from", async () => {
  await bringRoll(aRoll({}));
  const importId = await start(await upload(anExport({})));
  const calm = await disturbCheckpoints("return null;");
  await expect(run(importId)).rejects.toThrow("carried on by another process");
  expect(await loadImport(importId)).toMatchObject({ state: "running" });
  await calm();
  await run(importId);
  expect(await loadImport(importId)).toMatchObject({ state: "finished", rowsDone: 1 });
});

test("a mistake of ours fails an import at once, and a passing trouble only when it stays", async () => {
  await bringRoll(aRoll({}));
  const first = await start(await upload(anExport({})));
  let calm = await disturbCheckpoints("raise exception 'a mistake';");
  await run(first);
  await calm();
  const brokenOff = { state: "failed", problem: { key: "import.problem.broken-off" } };
  expect(await loadImport(first)).toMatchObject(brokenOff);
  expect(await db().upload.count()).toBe(0);

  const second = await start(await upload(anExport({})));
  calm = await disturbCheckpoints("raise lock_not_available;");
  await expect(run(second)).rejects.toThrow();
  expect(await loadImport(second)).toMatchObject({ state: "running" });
  await run(second, undefined, true);
  await calm();
  expect(await loadImport(second)).toMatchObject(brokenOff);
});

test("a refused upload says why, and is forgotten too", async () => {
  const importId = await start(await upload(Buffer.from("PK\x03\x04xl/workbook.xml")));
  await run(importId);
  expect(await loadImport(importId)).toMatchObject({
    state: "failed",
    problem: { key: "import.problem.not-a-table.spreadsheet" },
  });
  expect(await db().upload.count()).toBe(0);
});

test("what did not arrive whole, or is another person's, is not started", async () => {
  const half = await db().upload.create({ data: { fileName: "half.csv", createdBy: desk } });
  const other = (await aPerson()).id;
  for (const startedBy of [desk, other]) {
    expect(
      await startImport({ kind: "members", uploadId: half.id, startedBy, dryRun: false }),
    ).toEqual({ ok: false, refusal: "upload-incomplete" });
  }
});

test("a trial of an upload keeps its report, in the reader's language, and nothing else", async () => {
  await bringRoll(aRoll({}));
  const importId = await start(
    await upload(anExport({ number: "=1+1", payment: "挂账" }, { number: "", plate: "" })),
    true,
  );
  await run(importId);
  expect(await db().serviceOrder.count()).toBe(0);
  const report = async (locale: "en" | "zh-CN") => {
    let text = "";
    for await (const part of streamReport(importId, locale)) text += part;
    return text.trimEnd().split("\r\n");
  };
  expect(await report("en")).toEqual([
    "\uFEFFRow,Outcome,Reason,Order or member,Member,Points,Explanation",
    "2,New,,湖畔一店 =1+1,M00010009,100,Points wait until the account is settled",
    "3,Rejected,missing_order_number,湖畔一店,,,No order number or store",
  ]);
  expect((await report("zh-CN"))[2]).toBe(
    "3,已拒绝,missing_order_number,湖畔一店,,,缺少工单号或门店",
  );
});
