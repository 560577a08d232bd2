import sharp from "sharp";
import { openAlbum } from "#app/modules/albums/album-row.server.ts";
import { ALBUM_SIZES, keepPicture } from "#app/modules/albums/keep-picture.server.ts";
import { db } from "#app/platform/db.server.ts";
import { QUALITY } from "#app/platform/pictures.server.ts";
import { aPublishedEvent } from "../../tests/support/events.ts";
import { aPerson } from "../../tests/support/people.ts";
import type { Bench } from "./bench.ts";
import { byTurns } from "./by-turns.ts";
import { onDatabase } from "./databases.ts";
import { type Figure, ratios, single, spread } from "./figures.ts";

/** As phones take them. */
const CAMERA = { width: 4000, height: 3000 };
/** Three in a row, four rows: what is in sight of an album on a phone. */
const IN_SIGHT = 12;
const MB = 1_000_000;

/**
 * Photos of twelve megapixels brought into an album, one after the other as its queue does it, against decoding each and
 * encoding it in the same sizes with nothing kept; how far memory grows from the first third of them to the last; and
 * how much a phone is sent of an album before anybody scrolls.
 */
export async function measurePictures({ databases, quick }: Bench): Promise<Figure[]> {
  const url = await databases.create("bench_pictures");
  return onDatabase(url, async () => {
    const rounds = quick ? 3 : 7;
    const each = quick ? 3 : 10;
    const keeper = await aPerson();
    const { eventId } = await aPublishedEvent();
    const albumId = (await openAlbum(db(), eventId, keeper.id)) as number;
    const peaks: number[] = [];
    const batch = async (work: (bytes: Uint8Array<ArrayBuffer>) => Promise<unknown>) => {
      const photos = await takePhotos(each);
      const started = performance.now();
      for (const bytes of photos) await work(bytes);
      peaks.push(process.memoryUsage().rss);
      return (each * 1000) / (performance.now() - started);
    };
    const measured = await byTurns(
      {
        kept: () =>
          batch(async (bytes) => {
            const kept = await keepPicture({ albumId, fileName: "IMG.jpg", bytes, by: keeper.id });
            if (!kept.ok || kept.duplicate) throw new Error("A photo was not kept.");
          }),
        bare: () => batch(encodeAlone),
      },
      rounds,
    );
    return [
      {
        what: "photos of 12 megapixels into an album",
        value: spread(measured.kept),
        unit: "/s",
        ratio: ratios(measured.kept, measured.bare, "the same, nothing kept"),
      },
      {
        what: "the same photos decoded and encoded alone",
        value: spread(measured.bare),
        unit: "/s",
      },
      memoryFigure(peaks),
      await inSight(albumId),
    ];
  });
}

/** Photos of which no two are alike, with the grain and the soft edges of what lenses see. */
async function takePhotos(count: number): Promise<Uint8Array<ArrayBuffer>[]> {
  const photos: Uint8Array<ArrayBuffer>[] = [];
  for (let place = 0; place < count; place++) {
    const coarse = await sharp({
      create: {
        width: 80,
        height: 60,
        channels: 3,
        background: "grey",
        noise: { type: "gaussian", mean: 128, sigma: 50 },
      },
    })
      .resize({ ...CAMERA, kernel: "cubic" })
      .raw()
      .toBuffer();
    const grain = await sharp({
      create: {
        ...CAMERA,
        channels: 3,
        background: "grey",
        noise: { type: "gaussian", mean: 128, sigma: 9 },
      },
    })
      .png({ compressionLevel: 0 })
      .toBuffer();
    const photo = sharp(coarse, { raw: { ...CAMERA, channels: 3 } })
      .composite([{ input: grain, blend: "soft-light" }])
      .jpeg({ quality: 90 });
    photos.push(new Uint8Array(await photo.toBuffer()));
  }
  return photos;
}

/** What cannot be spared: the sizes of `keepPicture`, without a database. */
async function encodeAlone(bytes: Uint8Array): Promise<void> {
  const most = Math.max(...ALBUM_SIZES.map(({ side }) => side));
  const largest = sharp(bytes).rotate().resize({ width: most, height: most, fit: "inside" });
  const { data, info } = await largest.raw().toBuffer({ resolveWithObject: true });
  for (const { side, quality = QUALITY } of ALBUM_SIZES) {
    const size = { width: side, height: side, fit: "inside", withoutEnlargement: true } as const;
    await sharp(data, { raw: { ...info, channels: info.channels } })
      .resize(size)
      .webp({ quality })
      .toBuffer();
  }
}

function memoryFigure(peaks: readonly number[]): Figure {
  const third = Math.ceil(peaks.length / 3);
  const [first, last] = [Math.max(...peaks.slice(0, third)), Math.max(...peaks.slice(-third))];
  return {
    what: "memory at the end, of this process",
    value: single(last / MB),
    unit: "MB",
    ratio: { ...single(last / first), to: "the first third's peak" },
    bar: { atMost: 1.2 },
  };
}

async function inSight(albumId: number): Promise<Figure> {
  const [small] = await db().$queryRaw<[{ bytes: number }]>`
    select avg(length(media.content))::float8 as bytes from album_picture picture
    join media on media.id = picture.small_id where picture.album_id = ${albumId}`;
  return {
    what: `the ${IN_SIGHT} pictures of an album that are in sight on a phone`,
    value: single((small.bytes * IN_SIGHT) / 1000),
    unit: "kB",
  };
}
