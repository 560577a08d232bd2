import sharp from "sharp";
import { openAlbum } from "#app/modules/albums/album-row.server.ts";
import { keepPicture } from "#app/modules/albums/keep-picture.server.ts";
import { db } from "#app/platform/db.server.ts";
import { aPublishedEvent } from "./events.ts";
import { aPerson } from "./people.ts";

let colours = 0;

/** A photo as a camera writes it: a JPEG, no two alike. */
export async function aPhoto({
  width = 120,
  height = 80,
  taken,
  orientation,
}: {
  width?: number;
  height?: number;
  /** As EXIF has it, `2027:03:14 14:05:00`. */
  taken?: string;
  orientation?: number;
} = {}): Promise<Buffer<ArrayBuffer>> {
  const colour = ++colours;
  // Far enough from each other that a JPEG tells them apart.
  const background = { r: (colour % 16) * 16, g: (Math.floor(colour / 16) % 16) * 16, b: 99 };
  const picture = sharp({ create: { width, height, channels: 3, background } })
    .jpeg()
    .withExif(taken ? { IFD2: { DateTimeOriginal: taken } } : {})
    .withMetadata(orientation ? { orientation } : {});
  return Buffer.from(await picture.toBuffer());
}

/** The album of an event that was held, with some pictures. */
export async function anAlbum({ pictures = 1 }: { pictures?: number } = {}) {
  const keeper = await aPerson();
  const event = await aPublishedEvent();
  const albumId = (await openAlbum(db(), event.eventId, keeper.id)) as number;
  const pictureIds: number[] = [];
  for (let place = 1; place <= pictures; place++) {
    const kept = await keepPicture({
      albumId,
      fileName: `IMG_${String(place).padStart(4, "0")}.jpg`,
      bytes: await aPhoto(),
      by: keeper.id,
    });
    if (!kept.ok) throw new Error(kept.refusal);
    pictureIds.push(kept.pictureId);
  }
  return { eventId: event.eventId, slug: event.slug, albumId, pictureIds, keeperId: keeper.id };
}
