import { expect, test } from "vitest";
import { loadKeptAlbum, loadKeptPictures } from "#app/modules/albums/load-kept-album.server.ts";
import { db } from "#app/platform/db.server.ts";
import { aFamilyAt, aShownAlbum } from "../../support/album-views.ts";
import { testDatabase } from "../../support/database.ts";

testDatabase();

test("staff are told which pictures no family sees, and can look at these alone", async () => {
  const { eventId, pictureIds, keeper, tag } = await aShownAlbum({ pictures: 3 });
  const [agrees, declines] = [
    await aFamilyAt(eventId),
    await aFamilyAt(eventId, { child: false }),
  ] as const;
  await tag(0, agrees.child);
  await tag(1, agrees.child, declines.child);
  expect(await loadKeptAlbum(db(), eventId, keeper.by)).toMatchObject({
    ...{ pictures: 3, nobody: 1, hidden: 1, removed: 0 },
  });
  const all = await loadKeptPictures(db(), eventId, { show: "all", after: null });
  expect(all.pictures.map(({ isHidden }) => isHidden)).toEqual([false, true, false]);
  const hidden = await loadKeptPictures(db(), eventId, { show: "hidden", after: null });
  expect(hidden.pictures.map(({ id }) => id)).toEqual([pictureIds[1]]);
});

test("an album without pictures hides none", async () => {
  const { eventId, keeper } = await aShownAlbum({ pictures: 1 });
  await db().albumPicture.updateMany({ data: { removedAt: new Date(), removedWhy: "left" } });
  expect(await loadKeptAlbum(db(), eventId, keeper.by)).toMatchObject({ pictures: 0, hidden: 0 });
});
