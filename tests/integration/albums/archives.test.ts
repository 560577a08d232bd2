import { beforeAll, describe, expect, test } from "vitest";
import { packAlbum } from "#app/modules/albums/pack-album.server.ts";
import { removePictures } from "#app/modules/albums/remove-pictures.server.ts";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { db } from "#app/platform/db.server.ts";
import { bodyOf } from "#app/platform/http/takes-more.server.ts";
import { translator } from "#app/platform/words/catalogs.server.ts";
import {
  aFamilyAt,
  aShownAlbum,
  type FamilyAt,
  ofMember,
  type ShownAlbum,
  sayOf,
} from "../../support/album-views.ts";
import { readArchive } from "../../support/archive.ts";
import { testDatabase } from "../../support/database.ts";

testDatabase();
beforeAll(async () => {
  await ensureClub(db());
});

describe("an archive", () => {
  const t = translator("en");
  const packed = async (archive: AsyncGenerator<Uint8Array>) => {
    const pieces: Uint8Array[] = [];
    for await (const piece of archive) pieces.push(piece);
    return readArchive(Buffer.concat(pieces));
  };
  const ask = (album: ShownAlbum, family: FamilyAt, goOn = async () => true, onlyOurs = false) =>
    packAlbum({ which: { slug: album.slug }, viewer: ofMember(family), onlyOurs }, { t, goOn });

  test("holds what they may see, in order, or those with them", async () => {
    const album = await aShownAlbum();
    const family = await aFamilyAt(album.eventId);
    await album.tag(2, family.child);
    const all = await packed((await ask(album, family)) as AsyncGenerator<Uint8Array>);
    expect([...all.keys()]).toEqual([
      "001-IMG_0001.webp",
      "002-IMG_0002.webp",
      "003-IMG_0003.webp",
    ]);
    const ours = await packed(
      (await ask(album, family, undefined, true)) as AsyncGenerator<Uint8Array>,
    );
    expect([...ours.keys()]).toEqual(["001-IMG_0003.webp"]);
    expect(await ask(await aShownAlbum(), family)).toBeNull();
  });

  test("leaves out what is taken back while it is packed, and says how much", async () => {
    const album = await aShownAlbum();
    const [family, other] = [await aFamilyAt(album.eventId), await aFamilyAt(album.eventId)];
    await album.tag(1, family.child);
    let asked = 0;
    const archive = await ask(album, other, async () => {
      asked += 1;
      if (asked === 2) await sayOf(family, false);
      if (asked === 3) {
        const pictureIds = [album.pictureIds[2] as number];
        await removePictures({ eventId: album.eventId, pictureIds }, album.keeper);
      }
      return true;
    });
    const files = await packed(archive as AsyncGenerator<Uint8Array>);
    expect([...files.keys()]).toEqual(["001-IMG_0001.webp", "READ-ME.txt"]);
    expect(files.get("READ-ME.txt")).toContain("2 pictures were left out");
  });

  test("asks for nothing more once nobody takes it", async () => {
    const album = await aShownAlbum();
    const family = await aFamilyAt(album.eventId);
    let asked = 0;
    const archive = await ask(album, family, async () => {
      asked += 1;
      return true;
    });
    const reader = bodyOf(archive as AsyncGenerator<Uint8Array>).getReader();
    expect((await reader.read()).value?.length).toBeGreaterThan(0);
    await reader.cancel();
    expect(asked).toBe(1);
  });
});
