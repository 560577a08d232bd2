import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { beforeEach, expect, test } from "vitest";
import {
  addPhoto,
  isGiftPhoto,
  movePhotoUp,
  removePhoto,
} from "#app/modules/gifts/photos.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aGift, aKeeper } from "../../support/gifts.ts";

testDatabase();

let giftId: number;
beforeEach(async () => {
  giftId = (await aGift()).giftId;
});

const add = async (bytes: Uint8Array) => addPhoto(giftId, bytes, await aKeeper());
const photos = () =>
  db().giftPhoto.findMany({
    where: { giftId },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    include: { small: true, medium: true, large: true },
  });
async function kept(bytes: Uint8Array) {
  expect(await add(bytes)).toEqual({ ok: true });
  const [photo] = await photos();
  if (!photo) throw new Error("No photo was kept.");
  return photo;
}

/** A picture with its left half red and its right half blue. */
async function halves(width: number, height: number) {
  const left = await sharp({
    create: { width: Math.round(width / 2), height, channels: 3, background: "#ff0000" },
  })
    .png()
    .toBuffer();
  return sharp({ create: { width, height, channels: 3, background: "#0000ff" } }).composite([
    { input: left, left: 0, top: 0 },
  ]);
}
const aPhoto = async (width = 2000, height = 1500) =>
  (await halves(width, height)).jpeg().toBuffer();

test("a photo is kept as WebP in three sizes of one shape", async () => {
  const { small, medium, large } = await kept(await aPhoto());
  const sizes = [small, medium, large].map(({ mime, width, height }) => [mime, width, height]);
  expect(sizes).toEqual([
    ["image/webp", 360, 270],
    ["image/webp", 720, 540],
    ["image/webp", 1440, 1080],
  ]);
  for (const { content, width, height } of [small, medium, large]) {
    expect(await sharp(content).metadata()).toMatchObject({ format: "webp", width, height });
  }
});

test.each([
  ["upright", 900, 1600, 900, 675],
  ["very wide", 3000, 300, 400, 300],
  ["smaller than any size", 80, 90, 80, 60],
  ["of one pixel", 1, 1, 1, 1],
])("a picture that is %s is cropped, and not blown up", async (_case, width, height, w, h) => {
  const { large } = await kept(await aPhoto(width, height));
  expect([large.width, large.height]).toEqual([w, h]);
});

test("a photo of a phone is turned first and stripped after", async () => {
  // Turned by 90°: what is the left half of the file is the top half of the picture.
  const { large } = await kept(
    await (await halves(1600, 1200))
      .withExif({ IFD0: { Make: "Phone" }, IFD3: { GPSLatitude: "31/1 13/1 0/1" } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer(),
  );
  const metadata = await sharp(large.content).metadata();
  expect(metadata.exif).toBeUndefined();
  expect(metadata.orientation).toBeUndefined();
  expect([large.width, large.height]).toEqual([1200, 900]);
  const { data, info } = await sharp(large.content).raw().toBuffer({ resolveWithObject: true });
  const colourAt = (x: number, y: number) => {
    const at = (y * info.width + x) * info.channels;
    return (data[at] as number) > (data[at + 2] as number) ? "red" : "blue";
  };
  // Nothing of either colour beside the other: they lie one above the other now.
  expect(colourAt(10, 5)).toBe(colourAt(info.width - 10, 5));
  expect(colourAt(10, info.height - 5)).toBe(colourAt(info.width - 10, info.height - 5));
});

test("a picture in the printer's colours is taken, in the screen's", async () => {
  const printed = await (await halves(800, 600)).toColourspace("cmyk").jpeg().toBuffer();
  expect((await sharp(printed).metadata()).space).toBe("cmyk");
  const { large } = await kept(printed);
  expect((await sharp(large.content).metadata()).space).toBe("srgb");
});

/** A few bytes that claim to be a picture of a hundred megapixels. */
function bomb(): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(data.length, 0);
    head.write(type, 4, "latin1");
    return Buffer.concat([head, data, Buffer.alloc(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(10_000, 0);
  header.writeUInt32BE(10_000, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.alloc(1000))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

const frame = (colour: string) =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: colour } })
    .png()
    .toBuffer();

const animation = async () => {
  const frames = await Promise.all(["red", "blue"].map(frame));
  return sharp(frames, { join: { animated: true } })
    .webp({ loop: 0 })
    .toBuffer();
};

/** The beginning of what an iPhone keeps: a HEIF container with a picture in HEVC. */
const heic = () =>
  Buffer.concat([
    Buffer.from([0, 0, 0, 0x18]),
    Buffer.from("ftypheic", "latin1"),
    Buffer.alloc(4),
    Buffer.from("mif1heic", "latin1"),
    Buffer.from([0, 0, 0, 0x0c]),
    Buffer.from("mdat", "latin1"),
    Buffer.alloc(4_000, 7),
  ]);

test.each([
  ["of a hundred megapixels", async () => bomb(), "too-large"],
  ["larger than ten megabytes", async () => Buffer.alloc(10_000_001), "too-large"],
  [
    "that is an SVG with a script",
    async () =>
      Buffer.from(
        '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>',
      ),
    "not-a-picture",
  ],
  ["that is an iPhone's HEIC", async () => heic(), "not-a-picture"],
  [
    "that is a PDF",
    async () => Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"),
    "not-a-picture",
  ],
  ["that moves", animation, "not-a-picture"],
  ["that is cut off", async () => (await aPhoto()).subarray(0, 5_000), "not-a-picture"],
  ["that is nothing", async () => Buffer.alloc(0), "not-a-picture"],
] as const)(
  "a file %s is refused in a moment, and nothing is kept",
  async (_case, file, refusal) => {
    const bytes = await file();
    const before = await db().media.count();
    const from = performance.now();
    expect(await add(bytes)).toEqual({ ok: false, refusal });
    expect(performance.now() - from).toBeLessThan(2_000);
    expect(await photos()).toEqual([]);
    expect(await db().media.count()).toBe(before);
  },
);

test("photos are put in order and taken away, each only from its own gift", async () => {
  await add(await aPhoto(400, 300));
  await add(await aPhoto(404, 300));
  await add(await aPhoto(408, 300));
  const [first, second, third] = await photos();
  const ids = async () => (await photos()).map(({ id }) => id);
  await movePhotoUp(giftId, third?.id as number);
  await movePhotoUp(giftId, first?.id as number);
  expect(await ids()).toEqual([first?.id, third?.id, second?.id]);
  const other = (await aGift()).giftId;
  expect(await removePhoto(other, third?.id as number, await aKeeper())).toBe(false);
  expect(await movePhotoUp(other, third?.id as number)).toBe(false);
  expect(await removePhoto(giftId, third?.id as number, await aKeeper())).toBe(true);
  expect(await ids()).toEqual([first?.id, second?.id]);
  expect(await db().media.count({ where: { id: third?.largeId as number } })).toBe(0);
  // Nobody can open what was taken away, nor a picture that is none of a gift's.
  expect(await isGiftPhoto(db(), first?.largeId as number)).toBe(true);
  expect(await isGiftPhoto(db(), third?.largeId as number)).toBe(false);
});

test("of two who take the same photo away at once one does", async () => {
  await add(await aPhoto(400, 300));
  const [photo] = await photos();
  const keeper = await aKeeper();
  const remove = () => removePhoto(giftId, photo?.id as number, keeper);
  const answers = await Promise.all([remove(), remove(), remove()]);
  expect(answers.sort()).toEqual([false, false, true]);
  expect(await photos()).toEqual([]);
});

test("the same photo sent twice is there once, and a gift has eight at most", async () => {
  const photo = await aPhoto(400, 300);
  await add(photo);
  await add(photo);
  expect(await photos()).toHaveLength(1);
  for (let more = 1; more < 8; more++) await add(await aPhoto(400 + 4 * more, 300));
  expect(await add(await aPhoto(500, 300))).toEqual({ ok: false, refusal: "too-many-photos" });
  expect(await photos()).toHaveLength(8);
});

test("of a gift that there is not nothing is kept", async () => {
  const answer = await addPhoto(999_999, await aPhoto(), await aKeeper());
  expect(answer).toEqual({ ok: false, refusal: "no-such-gift" });
});
