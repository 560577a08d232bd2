import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { openAlbum } from "#app/modules/albums/album-row.server.ts";
import { eraseTags } from "#app/modules/albums/erase-tags.server.ts";
import { keepPicture } from "#app/modules/albums/keep-picture.server.ts";
import { publishAlbum, withdrawAlbum } from "#app/modules/albums/publish-album.server.ts";
import {
  bringPicturesBack,
  removePictures,
  sweepRemoved,
} from "#app/modules/albums/remove-pictures.server.ts";
import { tagPictures, untagPictures } from "#app/modules/albums/tag-pictures.server.ts";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { db } from "#app/platform/db.server.ts";
import { anAlbum, aPhoto } from "../../support/albums.ts";
import { testDatabase } from "../../support/database.ts";
import { aPublishedEvent } from "../../support/events.ts";
import { aParty } from "../../support/parties.ts";
import { aMember, aPerson } from "../../support/people.ts";

testDatabase();

const KEEPER = { by: 0, address: "10.0.0.1" };

beforeAll(async () => {
  await ensureClub(db());
  KEEPER.by = (await aPerson()).id;
});

const keep = (albumId: number, bytes: Uint8Array, fileName = "IMG_0001.jpg") =>
  keepPicture({ albumId, fileName, bytes, by: KEEPER.by }, new Date("2027-04-01"));

const leaverOf = (member: { id: number; memberId: number; accountId: number }) => ({
  personId: member.id,
  member: { id: member.memberId, accountId: member.accountId },
  email: null,
  keptLetter: null,
});

describe("a picture in an album", () => {
  test("is kept in three sizes, uncropped, with its time and without its place", async () => {
    const { albumId } = await anAlbum({ pictures: 0 });
    const bytes = await aPhoto({
      width: 3000,
      height: 2000,
      taken: "2027:03:14 14:05:00",
      orientation: 6,
    });
    const kept = await keep(albumId, bytes, "C:\\camera\\DSC 1.jpg");
    if (!kept.ok) throw new Error(kept.refusal);
    const picture = await db().albumPicture.findUniqueOrThrow({
      where: { id: kept.pictureId },
      include: { small: true, medium: true, large: true },
    });
    expect(picture).toMatchObject({ fileName: "DSC 1.jpg", width: 1600, height: 2400 });
    // The club's clock is Shanghai's.
    expect(picture.takenAt?.toISOString()).toBe("2027-03-14T06:05:00.000Z");
    expect(
      [picture.small, picture.medium, picture.large].map(({ width, height }) => [width, height]),
    ).toEqual([
      [213, 320],
      [800, 1200],
      [1600, 2400],
    ]);
    const { exif } = await sharp(picture.large.content).metadata();
    expect(exif).toBeUndefined();
  });

  test("is kept once, however often and however it is named, also at once", async () => {
    const { albumId } = await anAlbum({ pictures: 0 });
    const bytes = await aPhoto();
    const answers = await Promise.all(
      ["a.jpg", "b.jpg", "c.jpg"].map((name) => keep(albumId, bytes, name)),
    );
    expect(answers.filter((each) => each.ok && !each.duplicate)).toHaveLength(1);
    expect(new Set(answers.map((each) => each.ok && each.pictureId)).size).toBe(1);
    expect(await db().albumPicture.count({ where: { albumId } })).toBe(1);
    const elsewhere = await anAlbum({ pictures: 0 });
    expect(await keep(elsewhere.albumId, bytes)).toMatchObject({ ok: true, duplicate: false });
  });

  test("what is no picture, half of one or a phone's HEIC is refused in its own words", async () => {
    const { albumId } = await anAlbum({ pictures: 0 });
    const whole = await aPhoto({ width: 800, height: 600 });
    const heic = Buffer.concat([
      Buffer.from("00000018667479706865696300000000", "hex"),
      Buffer.from("mif1heic"),
      Buffer.alloc(100),
    ]);
    expect(await keep(albumId, Buffer.from("hello"))).toEqual({
      ok: false,
      refusal: "not-a-picture",
    });
    expect(await keep(albumId, whole.subarray(0, whole.length / 2))).toEqual({
      ok: false,
      refusal: "not-a-picture",
    });
    expect(await keep(albumId, heic)).toEqual({ ok: false, refusal: "heic" });
  });

  test("a draft of an event has no album, and an event has one", async () => {
    const draft = await db().event.create({ data: { slug: "d", calendarUid: "d", typed: {} } });
    expect(await openAlbum(db(), draft.id, KEEPER.by)).toBeNull();
    const event = await aPublishedEvent();
    const [one, other] = await Promise.all([
      openAlbum(db(), event.eventId, KEEPER.by),
      openAlbum(db(), event.eventId, KEEPER.by),
    ]);
    expect(one).toBe(other);
  });
});

describe("publishing", () => {
  test("an empty album is not shown, a full one is, and can be taken back", async () => {
    const empty = await anAlbum({ pictures: 0 });
    expect(await publishAlbum(empty.eventId, KEEPER)).toEqual({ ok: false, refusal: "empty" });
    const { eventId, albumId } = await anAlbum();
    expect(await publishAlbum(eventId, KEEPER)).toEqual({ ok: true });
    expect(await publishAlbum(eventId, KEEPER)).toEqual({ ok: true });
    const acts = { action: "album.published", subject: `event:${eventId}` };
    expect(await db().auditEntry.count({ where: acts })).toBe(1);
    expect(await withdrawAlbum(eventId, KEEPER)).toEqual({ ok: true });
    expect(await db().album.findUnique({ where: { id: albumId } })).toMatchObject({
      state: "draft",
      publishedAt: null,
    });
  });
});

describe("who is on a picture", () => {
  test("is said of many at once, once each, and only of who was registered for that event", async () => {
    const { eventId, pictureIds } = await anAlbum({ pictures: 3 });
    const other = await anAlbum();
    const party = await aParty(eventId, null);
    const stranger = await aParty(other.eventId, null);
    const who = [
      { registrationId: party.id, personId: null },
      { registrationId: party.id, personId: party.personIds[1] as number },
      { registrationId: stranger.id, personId: null },
      { registrationId: party.id, personId: stranger.personIds[0] as number },
    ];
    const all = [...pictureIds, ...other.pictureIds];
    expect(await tagPictures({ eventId, pictureIds: all, who }, KEEPER)).toEqual({
      ok: true,
      tags: 6,
    });
    expect(await tagPictures({ eventId, pictureIds, who }, KEEPER)).toEqual({ ok: true, tags: 0 });
    const [first] = pictureIds as [number];
    expect(
      await untagPictures({ eventId, pictureIds: [first], who: who.slice(0, 1) }, KEEPER),
    ).toEqual({ ok: true, tags: 1 });
    expect(await db().albumTag.count({ where: { pictureId: first } })).toBe(1);
    expect(await tagPictures({ eventId, pictureIds, who: [] }, KEEPER)).toEqual({
      ok: false,
      refusal: "nobody",
    });
  });
});

describe("taken out", () => {
  test("by staff it can be brought back, also by sending it again, until its pixels go", async () => {
    const { eventId, albumId } = await anAlbum({ pictures: 0 });
    const bytes = await aPhoto();
    const kept = await keep(albumId, bytes);
    const pictureIds = [kept.ok ? kept.pictureId : 0];
    expect(await removePictures({ eventId, pictureIds }, KEEPER)).toBe(1);
    expect(await removePictures({ eventId, pictureIds }, KEEPER)).toBe(0);
    expect(await bringPicturesBack({ eventId, pictureIds }, KEEPER)).toBe(1);
    await removePictures({ eventId, pictureIds }, KEEPER);
    expect(await keep(albumId, bytes)).toEqual({ ...kept, duplicate: false });
    await removePictures({ eventId, pictureIds }, KEEPER, new Date("2026-01-01"));
    const { largeId } = await db().albumPicture.findFirstOrThrow({ where: { albumId } });
    expect(await sweepRemoved(db(), new Date("2026-01-14"))).toBe(0);
    expect(await sweepRemoved(db(), new Date("2026-01-16"))).toBe(1);
    expect(await db().media.count({ where: { id: largeId } })).toBe(0);
  });

  test("because a family leaves it stays out, and nothing says that they were on it", async () => {
    const { eventId, albumId } = await anAlbum({ pictures: 0 });
    const bytes = await aPhoto();
    const kept = await keep(albumId, bytes);
    const pictureIds = [kept.ok ? kept.pictureId : 0];
    const member = await aMember();
    const party = await aParty(eventId, member);
    const who = [{ registrationId: party.id, personId: null }];
    await tagPictures({ eventId, pictureIds, who }, KEEPER);
    await db().$transaction((tx) => eraseTags(tx, leaverOf(member)));
    expect(await db().albumTag.count({ where: { registrationId: party.id } })).toBe(0);
    expect(await bringPicturesBack({ eventId, pictureIds }, KEEPER)).toBe(0);
    expect(await keep(albumId, bytes)).toEqual({ ok: false, refusal: "left" });
  });
});
