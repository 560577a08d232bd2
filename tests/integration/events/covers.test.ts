import sharp from "sharp";
import { expect, test } from "vitest";
import { addCover, findCover, setCover } from "#app/modules/events/event-cover.server.ts";
import { createDraft } from "#app/modules/events/keep-draft.server.ts";
import { publishEvent } from "#app/modules/events/publish-event.server.ts";
import { db } from "#app/platform/db.server.ts";
import { sharePhoto } from "#app/platform/share-picture.server.ts";
import { testDatabase } from "../../support/database.ts";
import { anOrganiser, aTypedEvent, WHILE_OPEN } from "../../support/events.ts";

testDatabase();

const aPhoto = (background: string) =>
  sharp({ create: { width: 800, height: 800, channels: 3, background } })
    .jpeg()
    .toBuffer();

async function putUp(eventId: number, background: string): Promise<number> {
  const actor = await anOrganiser();
  const added = await addCover(eventId, await aPhoto(background), actor);
  if (!added.ok) throw new Error(added.refusal);
  const { coverId } = added;
  expect(await setCover({ eventId, coverId, now: WHILE_OPEN }, actor)).toBe(true);
  return coverId;
}

test("a photo is everybody's once it stands over an event that is published, and no longer than that", async () => {
  const actor = await anOrganiser();
  const eventId = await createDraft(aTypedEvent(), actor);
  const first = await putUp(eventId, "#335544");
  const isShown = async (coverId: number) => (await findCover(db(), coverId, "small"))?.isShown;
  expect(await isShown(first)).toBe(false);
  const published = await publishEvent({ eventId, revision: null, now: WHILE_OPEN }, actor);
  expect(published).toMatchObject({ ok: true });
  expect(await isShown(first)).toBe(true);
  const second = await putUp(eventId, "#aa5544");
  expect([await isShown(first), await isShown(second)]).toEqual([false, true]);
  await setCover({ eventId, coverId: null, now: WHILE_OPEN }, actor);
  expect(await isShown(second)).toBe(false);
  expect(await findCover(db(), 999_999, "small")).toBeNull();
});

test("where its page is shared it has the shape and the kind of file that services take", async () => {
  const eventId = await createDraft(aTypedEvent(), await anOrganiser());
  const cover = await findCover(db(), await putUp(eventId, "#5566aa"), "large");
  const { content } = await db().media.findUniqueOrThrow({ where: { id: cover?.mediaId ?? 0 } });
  const shared = await sharp(await sharePhoto(content)).metadata();
  expect(shared).toMatchObject({ format: "jpeg", width: 1200, height: 630 });
});
