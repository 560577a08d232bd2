import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { receiveUpload } from "#app/modules/imports/receive-upload.server.ts";
import { sweepUploads } from "#app/modules/imports/sweep-uploads.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";

testDatabase();

const someone = 1;

async function* sends(bytes: Buffer, size = 65_536): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const receive = (content: AsyncIterable<Uint8Array>, limit?: number, fileName = "orders.csv") =>
  receiveUpload(db(), { fileName, by: someone, content }, limit);

async function kept(uploadId: number): Promise<Buffer> {
  const pieces = await db().uploadPiece.findMany({
    where: { uploadId },
    orderBy: { position: "asc" },
  });
  return Buffer.concat(pieces.map((piece) => piece.content));
}

const left = async () => ({
  uploads: await db().upload.count(),
  pieces: await db().uploadPiece.count(),
});

afterEach(async () => {
  await db().upload.deleteMany();
});

test("a file is kept byte for byte, in pieces of about a megabyte", async () => {
  const file = randomBytes(3_456_789);
  const answer = await receive(sends(file, 60_000));
  expect(answer).toMatchObject({ ok: true, fileName: "orders.csv" });
  const uploadId = answer.ok ? answer.uploadId : 0;
  expect((await kept(uploadId)).equals(file)).toBe(true);
  expect(await db().upload.findUnique({ where: { id: uploadId } })).toMatchObject({
    bytes: 3_456_789n,
    complete: true,
    createdBy: someone,
  });
  expect(await db().uploadPiece.count({ where: { uploadId } })).toBe(4);
});

test("a file of exactly the limit is taken, one byte more is refused and nothing of it kept", async () => {
  expect(await receive(sends(randomBytes(1_500_000)), 1_500_000)).toMatchObject({ ok: true });
  await db().upload.deleteMany();
  expect(await receive(sends(randomBytes(1_500_001)), 1_500_000)).toEqual({
    ok: false,
    refusal: "too-large",
  });
  expect(await left()).toEqual({ uploads: 0, pieces: 0 });
});

test("a form without a file is told so", async () => {
  expect(await receive(sends(Buffer.alloc(0)), undefined, "")).toEqual({
    ok: false,
    refusal: "no-file",
  });
  expect(await left()).toEqual({ uploads: 0, pieces: 0 });
});

test("a connection that breaks in the middle leaves nothing", async () => {
  async function* breaksOff() {
    yield randomBytes(2_500_000);
    await sleep(1);
    throw new Error("aborted");
  }
  await expect(receive(breaksOff())).rejects.toThrow("aborted");
  expect(await left()).toEqual({ uploads: 0, pieces: 0 });
});

test("three hundred megabytes pass through in flat memory", async () => {
  const megabyte = randomBytes(1_000_000);
  let highest = 0;
  async function* large() {
    for (let sent = 0; sent < 300; sent++) {
      highest = Math.max(highest, process.memoryUsage().arrayBuffers);
      yield megabyte;
    }
  }
  const before = process.memoryUsage().arrayBuffers;
  expect(await receive(large(), 20_000_000)).toEqual({ ok: false, refusal: "too-large" });
  expect(highest - before).toBeLessThan(100_000_000);
});

test.each([
  ["C:\\exports\\6月.csv", "6月.csv"],
  ["../../etc/passwd", "passwd"],
  ["a\u0000b\r\n\u202ec.csv", "abc.csv"],
  ["", "file"],
  [`${"长".repeat(300)}.csv`, "长".repeat(200)],
])("the name %j is kept as %j", async (given, name) => {
  expect(await receive(sends(Buffer.from("a")), undefined, given)).toMatchObject({
    fileName: name,
  });
});

test("what a killed process left is swept after a day, what waits for its import is not", async () => {
  const [fresh, old, waiting] = await Promise.all(
    ["fresh", "old", "waiting"].map((fileName) =>
      db().upload.create({ data: { fileName, createdBy: someone } }),
    ),
  );
  await db().importRun.create({
    data: { kind: "members", fileName: "waiting", uploadId: waiting?.id, state: "waiting" },
  });
  await db().$executeRaw`
    update upload set created_at = now() - interval '25 hours' where id in (${old?.id}, ${waiting?.id})`;
  expect(await sweepUploads(db())).toBe(1);
  const names = await db().upload.findMany({ select: { id: true }, orderBy: { id: "asc" } });
  expect(names.map(({ id }) => id)).toEqual([fresh?.id, waiting?.id]);
});
