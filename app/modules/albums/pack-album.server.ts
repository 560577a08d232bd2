import { Prisma } from "#app/generated.server/prisma/client.ts";
import { type Db, db } from "#app/platform/db.server.ts";
import { queryRows } from "#app/platform/query-rows.server.ts";
import type { Translate } from "#app/platform/words/translate.ts";
import { archiveName } from "./archive-name.ts";
import { type Which, whichAlbum } from "./load-album.server.ts";
import { loadPictureFile } from "./load-picture.server.ts";
import { type PackedFile, packPictures } from "./pack-pictures.server.ts";
import { PICTURE_ORDER } from "./picture-order-sql.server.ts";
import { openTo, shownTo, type Viewer, withViewer } from "./visible-pictures-sql.server.ts";

type Album = { which: Which; viewer: Viewer; onlyOurs: boolean };

/**
 * All that somebody may see of an album as one ZIP archive, in the order of the album. Whether a picture may be seen is
 * asked once more at the moment at which it is put in: one that was taken back meanwhile is left out, and a note in the
 * archive says how many are.
 *
 * @param how.goOn waits until more can be taken; false ends the archive, since nobody takes it any more.
 * @returns null where there is no picture for them.
 */
export async function packAlbum(
  album: Album,
  { t, goOn }: { t: Translate; goOn: () => Promise<boolean> },
): Promise<AsyncGenerator<Uint8Array> | null> {
  const pictures = await listPictures(db(), album);
  return pictures.length === 0 ? null : packPictures(filesOf(album, pictures, t, goOn));
}

async function* filesOf(
  { which, viewer }: Album,
  pictures: readonly Listed[],
  t: Translate,
  goOn: () => Promise<boolean>,
): AsyncGenerator<PackedFile> {
  let missing = 0;
  for (const [at, { id, takenAt }] of pictures.entries()) {
    if (!(await goOn())) return;
    const wanted = { id, size: "large", which, known: null } as const;
    const file = await loadPictureFile(db(), wanted, viewer);
    if (!file?.content) {
      missing += 1;
      continue;
    }
    yield {
      name: archiveName(at + 1, pictures.length, file.fileName, file.mime),
      content: file.content,
      ...(takenAt && { at: takenAt }),
    };
  }
  if (missing > 0) {
    const note = t("albums.archive.missing", { missing });
    yield { name: t("albums.archive.note"), content: Buffer.from(`\uFEFF${note}\r\n`) };
  }
}

type Listed = { id: number; takenAt: Date | null };

const listPictures = (on: Db, { which, viewer, onlyOurs }: Album): Promise<Listed[]> =>
  queryRows<Listed>(
    on,
    Prisma.sql`
    select picture.id, picture.taken_at as "takenAt"
    from album_picture picture join album on album.id = picture.album_id join event on event.id = album.event_id
    where ${whichAlbum(which)} and ${openTo(viewer)} and ${shownTo(viewer)}
      and (not ${onlyOurs}::boolean or ${withViewer(viewer)})
    order by ${PICTURE_ORDER}`,
  );
