import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { db } from "#app/platform/db.server.ts";
import {
  pictureResponse,
  removeUnusedPictures,
  sweepPictures,
} from "#app/platform/kept-pictures.server.ts";
import { storePicture } from "#app/platform/pictures.server.ts";
import { testDatabase } from "../../support/database.ts";

testDatabase();

const SENT = { createdBy: 1, maxSide: 400 };

const paper = (width: number, height: number, background = "#fbf7ee") =>
  sharp({ create: { width, height, channels: 3, background } });

/** A few bytes that claim to be a picture of any size. */
function pngOf(width: number, height: number): Buffer {
  const crcs = Array.from({ length: 256 }, (_, n) => {
    let crc = n;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
    return crc >>> 0;
  });
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
    let crc = 0xffffffff;
    for (const byte of body) crc = (crcs[(crc ^ byte) & 255] as number) ^ (crc >>> 8);
    const ends = Buffer.alloc(8);
    ends.writeUInt32BE(data.length, 0);
    ends.writeUInt32BE((crc ^ 0xffffffff) >>> 0, 4);
    return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(Buffer.alloc(1000))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

async function kept(bytes: Uint8Array) {
  const stored = await storePicture(db(), bytes, SENT);
  if (!stored.ok) throw new Error(`Refused: ${stored.refusal}`);
  const media = await db().media.findUniqueOrThrow({ where: { id: stored.mediaId } });
  return { ...media, metadata: await sharp(media.content).metadata() };
}

test.each(["jpeg", "png", "webp"] as const)(
  "a %s is kept as WebP, no larger than asked for",
  async (format) => {
    const picture = await kept(await paper(1200, 900).toFormat(format).toBuffer());
    expect(picture).toMatchObject({ mime: "image/webp", width: 400, height: 300 });
    expect(picture.metadata).toMatchObject({ format: "webp", width: 400, height: 300 });
  },
);

test("a small picture is not blown up", async () => {
  expect(await kept(await paper(80, 60).png().toBuffer())).toMatchObject({ width: 80, height: 60 });
});

test("where a photo was taken is forgotten, and which way up it was taken is not", async () => {
  const photo = await paper(600, 300)
    .jpeg()
    .withExif({
      IFD0: { Make: "Phone", Copyright: "somebody" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "31/1 14/1 0/1" },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer();
  expect((await sharp(photo).metadata()).exif).toBeDefined();
  const picture = await kept(photo);
  expect(picture).toMatchObject({ width: 200, height: 400 });
  const { exif, xmp, iptc, icc, orientation } = picture.metadata;
  expect([exif, xmp, iptc, icc, orientation]).toEqual(Array(5).fill(undefined));
  expect(Buffer.from(picture.content).includes("Phone")).toBe(false);
});

test("a picture with a page of script behind it is kept as the picture alone", async () => {
  const script = "<script>alert(document.domain)</script>";
  const photo = await paper(100, 100, "#2b4").jpeg().toBuffer();
  const picture = await kept(Buffer.concat([photo, Buffer.from(script)]));
  expect(Buffer.from(picture.content).includes("script")).toBe(false);
});

test("the same picture is kept once", async () => {
  const photo = await paper(90, 90, "#123456").png().toBuffer();
  const [first, second] = await Promise.all([
    storePicture(db(), photo, SENT),
    storePicture(db(), photo, { ...SENT, createdBy: 2 }),
  ]);
  expect(first).toEqual(second);
});

/** With something on it: of a flat colour a JPEG has nothing to lose. */
const jpeg = () =>
  sharp({
    create: {
      width: 300,
      height: 300,
      channels: 3,
      background: "#abc",
      noise: { type: "gaussian", mean: 128, sigma: 40 },
    },
  })
    .jpeg()
    .toBuffer();
const firstHalf = (bytes: Buffer) => bytes.subarray(0, bytes.length / 2);

test.each<[string, () => Promise<Buffer> | Buffer, string]>([
  ["nothing at all", () => Buffer.alloc(0), "not-a-picture"],
  ["a text that is called .jpg", () => Buffer.from("工单号 1234, not a photo"), "not-a-picture"],
  ["the first half of a photo", async () => firstHalf(await jpeg()), "not-a-picture"],
  [
    "a photo's first bytes and then something else",
    async () => Buffer.concat([(await jpeg()).subarray(0, 60), Buffer.alloc(5000, "x")]),
    "not-a-picture",
  ],
  [
    "a page of script that begins as a GIF",
    () => Buffer.from("GIF89a/*<script>*/=1;"),
    "not-a-picture",
  ],
  [
    "a drawing in SVG",
    () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    "not-a-picture",
  ],
  ["a PDF", () => Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"), "not-a-picture"],
  ["a GIF, which may move", () => paper(20, 40).gif().toBuffer(), "not-a-picture"],
  ["a picture of 50,000 × 50,000 pixels in a kilobyte", () => pngOf(50_000, 50_000), "too-large"],
  [
    "a picture of 2,000,000,000 × 1 pixels in a kilobyte",
    () => pngOf(2_000_000_000, 1),
    "not-a-picture",
  ],
  ["a file of 11 MB", () => Buffer.alloc(11_000_000, 0xff), "too-large"],
])("%s is refused", async (_what, make, refusal) => {
  const before = await db().media.count();
  expect(await storePicture(db(), await make(), SENT)).toEqual({ ok: false, refusal });
  expect(await db().media.count()).toBe(before);
});

test("a private picture is kept by nobody on its way, and can run nothing", async () => {
  const { id, content } = await kept(await paper(50, 50, "#fedcba").png().toBuffer());
  const answer = await pictureResponse(db(), id, { isPrivate: true });
  expect(Object.fromEntries(answer?.headers ?? [])).toMatchObject({
    "content-type": "image/webp",
    "content-security-policy": "default-src 'none'; sandbox",
    "x-content-type-options": "nosniff",
    "cache-control": "private, no-store",
  });
  const shown = new Uint8Array((await answer?.arrayBuffer()) ?? new ArrayBuffer(0));
  expect(shown).toEqual(Uint8Array.from(content));
  const open = await pictureResponse(db(), id, { isPrivate: false, immutable: true });
  expect(open?.headers.get("Cache-Control")).toContain("immutable");
  expect(await pictureResponse(db(), 999_999, { isPrivate: true })).toBeNull();
});

test("of many at once two are decoded, ten wait, and the others hear that they should come again", async () => {
  const large = await paper(3_000, 2_000).jpeg().toBuffer();
  let most = 0;
  const watch = setInterval(() => {
    most = Math.max(most, sharp.counters().process);
  }, 5);
  const answers = await Promise.all(
    Array.from({ length: 15 }, () => storePicture(db(), large, SENT)),
  );
  clearInterval(watch);
  expect(most).toBeGreaterThan(0);
  expect(most).toBeLessThanOrEqual(2);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(12);
  expect(answers.slice(12)).toEqual(Array(3).fill({ ok: false, refusal: "busy" }));
  expect(await storePicture(db(), large, SENT)).toMatchObject({ ok: true });
});

test("a picture that something else refers to stays when another lets go of it", async () => {
  const { id: unused } = await aPicture(1);
  const { id: shown } = await aPicture(2);
  const gift = await db().gift.create({
    data: {
      sku: "PICTURED",
      kind: "keepsake",
      titleEn: "A cup",
      titleZh: "杯子",
      points: 100,
      currency: "CNY",
      fulfilment: "collect",
    },
  });
  await db().giftPhoto.create({
    data: { giftId: gift.id, smallId: shown, mediumId: shown, largeId: shown },
  });
  await removeUnusedPictures(db(), [unused, shown]);
  const left = await db().media.findMany({
    where: { id: { in: [unused, shown] } },
    select: { id: true },
  });
  expect(left).toEqual([{ id: shown }]);
});

test("what a process that died left behind is removed a day later, unless somebody sends it again", async () => {
  const [left, again, shown] = [await aPicture(11), await aPicture(12), await aPicture(13)];
  const ids = [left.id, again.id, shown.id];
  await ensureClub(db());
  await db().club.update({ where: { id: 1 }, data: { logoId: shown.id } });
  const tomorrow = new Date(Date.now() + 86_400_000 + 60_000);
  const found = async () =>
    (await db().media.findMany({ where: { id: { in: ids } }, select: { id: true } })).map(
      ({ id }) => id,
    );
  await sweepPictures(db());
  expect(await found()).toEqual(ids);
  // Whoever sends the same bytes has them for another day.
  await db().media.update({ where: { id: again.id }, data: { createdAt: tomorrow } });
  await sweepPictures(db(), tomorrow);
  expect(await found()).toEqual([again.id, shown.id]);
});

const aPicture = (byte: number) =>
  db().media.create({
    data: {
      sha256: new Uint8Array([byte]),
      mime: "image/webp",
      width: 1,
      height: 1,
      content: new Uint8Array([byte]),
    },
  });
