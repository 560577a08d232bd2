import { createHash } from "node:crypto";
import { fileTypeFromBuffer } from "file-type";
import sharp, { type ResizeOptions, type Sharp } from "sharp";
import type { Db } from "./db.server.ts";
import { PICTURE_BYTES } from "./http/picture-form.server.ts";
import { log } from "./log.server.ts";
import { type CameraTime, readCameraTime } from "./picture-time.ts";
import { QueueFull, queueOf } from "./queue-of.ts";

/** `busy`: too many pictures wait to be decoded; in a minute this one can be sent again. */
export type PictureRefusal = "not-a-picture" | "too-large" | "busy";
export type StoredPicture = { ok: true; mediaId: number } | { ok: false; refusal: PictureRefusal };

/** What people's phones, cameras and scanners make; see docs/decisions/pictures.md for the others. */
const TAKEN: readonly string[] = ["image/jpeg", "image/png", "image/webp"];

/** More than any phone's full picture (50 megapixels); a file of a few bytes can claim a thousand times that. */
const MOST_PIXELS = 64_000_000;

/** The largest photo that is taken whole, in bytes: one of a good camera as it is, with room. */
export const PHOTO_BYTES = 40_000_000;

/** How true WebP is to what was sent, from 1 to 100, where nothing else is asked for. */
export const QUALITY = 82;
const LONGEST_SECONDS = 20;

sharp.cache(false);

/**
 * A large picture takes eighty megabytes and more while it is decoded. Those that wait hold their file alone, and
 * only so many of them as are decoded before their senders give up.
 */
const inTurn = queueOf({ atOnce: 2, waiting: 10 });

/**
 * Keeps a picture that somebody sent. It is known by its bytes, never by its name; it is decoded and
 * encoded anew as WebP, turned the way it was taken, so that nothing of the file it came in is kept:
 * no place where it was taken, no camera, nothing hidden behind or between the pixels.
 *
 * The same picture is kept once, whoever sends it: who may see it is the business of whatever refers to it.
 *
 * Pictures are decoded in turn, so a caller holds no transaction open meanwhile.
 *
 * @param bytes the file as it was sent; `maxSide` is the longest side that is kept, in pixels.
 * @param by.createdBy the person who sent it.
 */
export async function storePicture(
  db: Db,
  bytes: Uint8Array,
  by: { createdBy: number; maxSide: number },
): Promise<StoredPicture> {
  const { maxSide, createdBy } = by;
  const encoded = await decoded(bytes, PICTURE_BYTES, async (picture) => [
    await encode(picture.resize(within(maxSide))),
  ]);
  if (typeof encoded === "string") return { ok: false, refusal: encoded };
  const [mediaId] = await keep(db, encoded, createdBy);
  return { ok: true, mediaId: mediaId as number };
}

const within = (side: number) =>
  ({ width: side, height: side, fit: "inside", withoutEnlargement: true }) as const;

/** Width to height of the pictures that are cropped to one shape. */
const SHAPE = { width: 4, height: 3 };

export type StoredSizes = { ok: true; mediaIds: number[] } | { ok: false; refusal: PictureRefusal };

/**
 * The same for a picture that is shown among others: turned first, then cropped to 4:3 around what catches the eye,
 * and kept in several sizes. A picture that is smaller than a size is not blown up.
 *
 * @param by.widths in pixels, the largest last.
 * @returns the ids in the order of the widths.
 */
export async function storePictureSizes(
  db: Db,
  bytes: Uint8Array,
  by: { createdBy: number; widths: readonly number[] },
): Promise<StoredSizes> {
  const encoded = await decoded(bytes, PICTURE_BYTES, async (picture, { turned }) => {
    const whole = Math.max(1, Math.min(turned.width, (turned.height * SHAPE.width) / SHAPE.height));
    const sizeOf = (most: number) => {
      const width = Math.max(1, Math.round(Math.min(most, whole)));
      return { width, height: Math.max(1, Math.round((width * SHAPE.height) / SHAPE.width)) };
    };
    const largest = sizeOf(Math.max(...by.widths));
    const cropped = { ...largest, fit: "cover", position: sharp.strategy.attention } as const;
    return encodeSizes(picture.resize(cropped), by.widths.map(sizeOf));
  });
  if (typeof encoded === "string") return { ok: false, refusal: encoded };
  return { ok: true, mediaIds: await keep(db, encoded, by.createdBy) };
}

export type StoredPhoto =
  | {
      ok: true;
      mediaIds: number[];
      /** Of the largest size, the right way up. */
      width: number;
      height: number;
      /** What the camera said of when it was taken, which none of the sizes tells any more. */
      taken: CameraTime | null;
    }
  | { ok: false; refusal: PictureRefusal };

/** One size of a photo: its longest side in pixels, and how true it is to what was taken, from 1 to 100. */
export type PhotoSize = { side: number; quality?: number };

/**
 * The same for a photo of an album: as it was taken, nothing cropped, in several sizes of which none is blown up.
 *
 * @param by.sizes the largest last; `mostBytes` of the file as it was sent.
 * @returns the ids in the order of the sizes.
 */
export async function storePhoto(
  db: Db,
  bytes: Uint8Array,
  by: { createdBy: number; sizes: readonly PhotoSize[]; mostBytes: number },
): Promise<StoredPhoto> {
  let taken: CameraTime | null = null;
  const encoded = await decoded(bytes, by.mostBytes, (picture, { exif }) => {
    taken = exif ? readCameraTime(exif) : null;
    const largest = Math.max(...by.sizes.map(({ side }) => side));
    const sizes = by.sizes.map(({ side, quality }) => ({ ...within(side), quality }));
    return encodeSizes(picture.resize(within(largest)), sizes);
  });
  if (typeof encoded === "string") return { ok: false, refusal: encoded };
  const { width, height } = (encoded.at(-1) as EncodedPicture).info;
  return { ok: true, mediaIds: await keep(db, encoded, by.createdBy), width, height, taken };
}

/** Whether a file is what phones of Apple keep, which nothing here decodes. */
export async function isHeic(bytes: Uint8Array): Promise<boolean> {
  const type = await fileTypeFromBuffer(bytes).catch(() => undefined);
  return type !== undefined && /^image\/hei[cf]/.test(type.mime);
}

/** Decodes a picture once, at its largest size, and encodes it in each. */
async function encodeSizes(
  largest: Sharp,
  sizes: readonly (ResizeOptions & { quality?: number })[],
): Promise<EncodedPicture[]> {
  const { data, info } = await largest
    .toColourspace("srgb")
    .raw()
    .timeout({ seconds: LONGEST_SECONDS })
    .toBuffer({ resolveWithObject: true });
  const raw = { width: info.width, height: info.height, channels: info.channels };
  const encoded: EncodedPicture[] = [];
  for (const { quality, ...size } of sizes) {
    encoded.push(await encode(sharp(data, { raw }).resize(size), quality));
  }
  return encoded;
}

type EncodedPicture = { data: Buffer; info: { width: number; height: number } };

const encode = (picture: Sharp, quality = QUALITY): Promise<EncodedPicture> =>
  picture
    .webp({ quality })
    .timeout({ seconds: LONGEST_SECONDS })
    .toBuffer({ resolveWithObject: true });

/** Keeps encoded pictures, each once per content, and gives their ids. */
async function keep(
  db: Db,
  pictures: readonly EncodedPicture[],
  createdBy: number,
): Promise<number[]> {
  const ids: number[] = [];
  for (const { data, info } of pictures) {
    const sha256 = createHash("sha256").update(data).digest();
    const [row] = await db.$queryRaw<{ id: number }[]>`
      with kept as (
        insert into media (sha256, mime, width, height, content, created_by)
        values (${sha256}, 'image/webp', ${info.width}, ${info.height}, ${data}, ${createdBy})
        on conflict (sha256) do update set created_at = excluded.created_at
        returning id
      )
      select id from kept`;
    if (!row) throw new Error("A picture was kept and cannot be found.");
    ids.push(row.id);
  }
  return ids;
}

/** What is done with a picture, the right way up; `exif` is the block that says what the camera knew. */
type PictureWork = (
  picture: Sharp,
  facts: { turned: { width: number; height: number }; exif: Uint8Array | undefined },
) => Promise<EncodedPicture[]>;

/** Decodes a picture in its turn and does something with it; nothing but a still picture of a sane size. */
async function decoded(
  bytes: Uint8Array,
  mostBytes: number,
  work: PictureWork,
): Promise<EncodedPicture[] | PictureRefusal> {
  if (bytes.length > mostBytes) return "too-large";
  return inTurn(() => decode(bytes, work)).catch((error: unknown) => {
    if (error instanceof QueueFull) return "busy" as const;
    throw error;
  });
}

async function decode(bytes: Uint8Array, work: PictureWork) {
  const type = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (!type || !TAKEN.includes(type.mime)) return "not-a-picture";
  // A bad scan line is forgiven, half a picture is not: an invoice has its sum at the end.
  const picture = sharp(bytes, { failOn: "error", limitInputPixels: MOST_PIXELS });
  try {
    const {
      width,
      height,
      pages = 1,
      autoOrient: turned,
      exif,
    } = await sharp(bytes, {
      limitInputPixels: false,
    }).metadata();
    if (width * height > MOST_PIXELS) return "too-large";
    if (pages > 1) return "not-a-picture";
    return await work(picture.autoOrient(), { turned, exif });
  } catch (error) {
    log().info({ err: error }, "a picture could not be decoded");
    return "not-a-picture";
  }
}
