import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import iconv from "iconv-lite";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { fileKinds } from "#app/features.server.ts";
import { doubtfulReadings } from "#app/modules/imports/import-problem.ts";
import { loadImport } from "#app/modules/imports/load-import.server.ts";
import { receiveUpload } from "#app/modules/imports/receive-upload.server.ts";
import { runImport } from "#app/modules/imports/run-import.server.ts";
import { settleEncoding } from "#app/modules/imports/settle-encoding.server.ts";
import { startImport } from "#app/modules/imports/start-import.server.ts";
import { sweepUploads } from "#app/modules/imports/sweep-uploads.server.ts";
import { db } from "#app/platform/db.server.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import { startImportProcess } from "../../support/import-process.ts";
import { anExport, aRoll, bringOrders, bringRoll } from "../../support/imports.ts";
import { aPerson } from "../../support/people.ts";

const database = freshDatabase();
let desk: number;
beforeEach(async () => {
  desk = (await aPerson({ roles: ["desk"] })).id;
});

/** A roster in which only the names and makes are more than ASCII. */
const aRollOf = (encoding: string, ...names: string[]) =>
  iconv.encode(
    aRoll(...names.map((name) => ({ name, plate: "", vin: "" })))
      .toString("utf8")
      .replaceAll("迈腾 330TSI", "Passat"),
    encoding,
  );
const names = async () =>
  (await db().person.findMany({ where: { member: { isNot: null } }, orderBy: { id: "asc" } })).map(
    ({ name }) => name,
  );

test.each([
  ["windows-1252", ["Jürgen Groß", "Zoë O’Neil"]],
  ["big5", ["陳怡君", "張淑芬"]],
  ["gb18030", ["热合曼·艾山", "𠮷野"]],
  ["utf-16le", ["Jürgen Groß", "陳怡君"]],
  ["utf-16be", ["Jürgen Groß", "陳怡君"]],
  ["utf8", ["Jürgen Groß", "陳怡君"]],
])("a roll in %s keeps its names", async (encoding, written) => {
  expect(await bringRoll(aRollOf(encoding, ...written))).toMatchObject({ ok: true });
  expect(await names()).toEqual(written);
});

describe("a file that can be read in two ways", () => {
  const doubtful = () => aRollOf("gb18030", "联通");

  async function upload(): Promise<number> {
    async function* content() {
      yield doubtful();
    }
    const received = await receiveUpload(db(), {
      fileName: "roll.csv",
      by: desk,
      content: content(),
    });
    if (!received.ok) throw new Error(received.refusal);
    const { uploadId } = received;
    const started = await startImport({
      kind: "members",
      uploadId,
      startedBy: desk,
      dryRun: false,
      options: { invite: true },
    });
    if (!started.ok) throw new Error(started.refusal);
    await run(started.importId);
    return started.importId;
  }
  const run = (importId: number) =>
    runImport(importId, { lastAttempt: true, signal: new AbortController().signal }, fileKinds);
  const by = () => ({ by: desk, address: "10.1.1.1" });

  test("asks, keeps the file, and comes in as it is told", async () => {
    const importId = await upload();
    const asked = await loadImport(importId);
    expect(asked?.state).toBe("failed");
    const readings = doubtfulReadings(asked?.problem ?? null);
    expect(readings?.map(({ encoding }) => encoding)).toEqual(["gb18030", "big5"]);
    expect(readings?.[0]?.text).toBe("联通");
    expect(await names()).toEqual([]);

    expect(await settleEncoding(importId, "gb18030", by())).toEqual({ ok: true });
    await run(importId);
    expect(await loadImport(importId)).toMatchObject({ state: "finished", problem: null });
    expect(await names()).toEqual(["联通"]);
    expect(await db().importRun.findUnique({ where: { id: importId } })).toMatchObject({
      encoding: "gb18030",
      options: { invite: true, encoding: "gb18030" },
    });
    expect(await db().upload.count()).toBe(0);
  });

  test("takes only an answer to what was asked, and only one", async () => {
    const importId = await upload();
    expect(await settleEncoding(importId, "utf-16le", by())).toMatchObject({ refusal: "no-doubt" });
    expect(await settleEncoding(importId + 1, "big5", by())).toMatchObject({ refusal: "no-doubt" });
    const both = await Promise.all([
      settleEncoding(importId, "gb18030", by()),
      settleEncoding(importId, "big5", by()),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test("must be sent again once it is no longer kept", async () => {
    const importId = await upload();
    await sweepUploads(db());
    expect(await db().upload.count()).toBe(1);
    await db().$executeRaw`update upload set created_at = now() - interval '25 hours'`;
    await sweepUploads(db());
    expect(await settleEncoding(importId, "gb18030", by())).toMatchObject({ refusal: "file-gone" });
  });

  test("is named on the command line, and read as it says", async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "roll-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    const file = path.join(folder, "roll.csv");
    await writeFile(file, doubtful());
    const asked = startImportProcess("import-members", database.url, file);
    expect(await asked.ended).toMatchObject({ code: 1 });
    expect(asked.said()).toContain("联通");
    expect(asked.said()).toContain("--encoding gb18030 or --encoding big5");
    const wrong = startImportProcess("import-members", database.url, file, "--encoding", "ebcdic");
    expect(await wrong.ended).toMatchObject({ code: 2 });
    const told = startImportProcess("import-members", database.url, file, "--encoding", "gb18030");
    expect(await told.ended).toMatchObject({ code: 0 });
    expect(await names()).toEqual(["联通"]);
  });
});

describe("a row with a damaged character is rejected and the others come in", () => {
  const damage = (file: Buffer, what: string) => {
    const bytes = Buffer.from(file);
    bytes[bytes.indexOf(what) + 1] = 0x20;
    return bytes;
  };

  test("of a roll", async () => {
    const roll = aRoll({ name: "张伟" }, { name: "王秀英" }, { name: "李娜" });
    expect(await bringRoll(damage(roll, "王秀英"))).toMatchObject({
      counts: { outcomes: { new: 2, rejected: 1 }, reasons: { damaged_text: 1 } },
    });
    expect(await names()).toEqual(["张伟", "李娜"]);
  });

  test("of an export", async () => {
    const orders = anExport({ number: "RO1" }, { number: "RO2", store: "西岸店" });
    expect(await bringOrders(damage(orders, "西岸店"))).toMatchObject({
      counts: { outcomes: { new: 1, rejected: 1 }, reasons: { damaged_text: 1 } },
    });
    expect(await db().store.count({ where: { name: { contains: "\uFFFD" } } })).toBe(0);
  });
});
