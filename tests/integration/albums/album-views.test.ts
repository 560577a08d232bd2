import { beforeAll, describe, expect, test } from "vitest";
import { loadOwnAlbums } from "#app/modules/albums/load-own-albums.server.ts";
import { loadPicture, loadPictureFile } from "#app/modules/albums/load-picture.server.ts";
import { withdrawAlbum } from "#app/modules/albums/publish-album.server.ts";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { recordConsents } from "#app/modules/consents/record-consents.server.ts";
import { db } from "#app/platform/db.server.ts";
import {
  aFamilyAt,
  aShownAlbum,
  type FamilyAt,
  ofMember,
  type ShownAlbum,
  sayOf,
  seenBy,
} from "../../support/album-views.ts";
import { testDatabase } from "../../support/database.ts";
import { aParty } from "../../support/parties.ts";
import { aMember } from "../../support/people.ts";

testDatabase();
beforeAll(async () => {
  await ensureClub(db());
});

/** Whether the first picture is seen by another family, in the list and as a file, and by staff in their preview. */
async function firstSeen(album: ShownAlbum, other: FamilyAt) {
  const first = album.pictureIds[0] as number;
  const lists = await Promise.all([seenBy(album, ofMember(other)), seenBy(album, "staff")]);
  const which = { slug: album.slug };
  const wanted = { id: first, size: "small", which, known: null } as const;
  const file = await loadPictureFile(db(), wanted, ofMember(other));
  const seen = [...lists.map((list) => list?.includes(first) ?? false), file !== null];
  expect(new Set(seen).size).toBe(1);
  return seen[0];
}

describe("a picture is hidden", () => {
  test.each([
    ["nobody is tagged", {}, [] as const, true],
    ["everybody agrees", {}, ["whole"] as const, true],
    ["a tagged child's guardian does not agree", { child: false }, ["child"] as const, false],
    ["the child that does not agree is not on it", { child: false }, ["grownUp"] as const, true],
    ["a whole party is, with that child", { child: false }, ["whole"] as const, false],
    ["its member took their consent back", { photos: false }, ["grownUp"] as const, false],
    ["its member was never asked", { photos: null }, ["grownUp"] as const, false],
    ["that member's child alone is on it", { photos: false }, ["child"] as const, true],
    ["the party of that member is", { photos: false }, ["whole"] as const, false],
    ["one of two does not agree", { child: false }, ["grownUp", "child"] as const, false],
  ])("or not: %s", async (_case, agree, tagged, visible) => {
    const album = await aShownAlbum({ pictures: 1 });
    const other = await aFamilyAt(album.eventId);
    const family = await aFamilyAt(album.eventId, agree);
    if (tagged.length > 0) await album.tag(0, ...tagged.map((who) => family[who]));
    expect(await firstSeen(album, other)).toBe(visible);
  });

  test("of a family that walked in: the child by its guardian's word, nobody else was asked", async () => {
    const album = await aShownAlbum({ pictures: 2 });
    const other = await aFamilyAt(album.eventId);
    const party = await aParty(album.eventId, null, {
      people: [{ role: "adult" }, { role: "child", name: "Bo", consents: ["photographs"] }],
    });
    const [adult, child] = party.personIds as [number, number];
    await album.tag(0, { registrationId: party.id, personId: adult });
    await album.tag(1, { registrationId: party.id, personId: child });
    expect(await seenBy(album, ofMember(other))).toEqual([album.pictureIds[1]]);
  });

  test("from the moment at which a consent is taken back, and seen again once it is given", async () => {
    const album = await aShownAlbum();
    const [family, other] = [await aFamilyAt(album.eventId), await aFamilyAt(album.eventId)];
    await album.tag(0, family.child, family.grownUp);
    expect(await firstSeen(album, other)).toBe(true);
    await sayOf(family, false);
    expect(await firstSeen(album, other)).toBe(false);
    expect(await firstSeen(album, family)).toBe(false);
    await sayOf(family, true);
    expect(await firstSeen(album, other)).toBe(true);
    await recordConsents(db(), family.member.id, { photos: false }, "profile", { locale: "en" });
    expect(await firstSeen(album, other)).toBe(false);
  });
});

describe("an album", () => {
  test("is for members whose party came, and for nobody else", async () => {
    const album = await aShownAlbum();
    const came = await aFamilyAt(album.eventId);
    const stayed = await aFamilyAt(album.eventId);
    const cancelled = await aFamilyAt(album.eventId);
    const stranger = await aMember();
    await db().attendanceOutcome.create({
      data: {
        registrationId: stayed.party.id,
        eventId: album.eventId,
        outcome: "no-show",
      } as never,
    });
    await db().registration.update({
      where: { id: cancelled.party.id },
      data: { state: "cancelled", endedAt: new Date() },
    });
    expect(await seenBy(album, ofMember(came))).toHaveLength(3);
    expect(await seenBy(album, ofMember(stayed))).toBeNull();
    expect(await seenBy(album, ofMember(cancelled))).toBeNull();
    expect(await seenBy(album, { memberId: stranger.memberId })).toBeNull();
    // Whoever is on a picture was there.
    await album.tag(0, cancelled.child);
    expect(await seenBy(album, ofMember(cancelled))).toHaveLength(3);
    expect(await loadOwnAlbums(db(), cancelled.member.memberId)).toMatchObject([
      { slug: album.slug, pictures: 3, ours: 1, cover: { id: album.pictureIds[0] } },
    ]);
    await withdrawAlbum(album.eventId, album.keeper);
    expect(await seenBy(album, ofMember(came))).toBeNull();
    expect(await seenBy(album, "staff")).toHaveLength(3);
  });

  test("has pages and neighbours of those alone that may be seen", async () => {
    const album = await aShownAlbum({ pictures: 4 });
    const [family, shy] = [
      await aFamilyAt(album.eventId),
      await aFamilyAt(album.eventId, { child: false }),
    ];
    const [one, two, three, four] = album.pictureIds as [number, number, number, number];
    await album.tag(1, shy.child);
    await album.tag(0, family.child);
    await album.tag(3, family.whole);
    const viewer = ofMember(family);
    const which = { slug: album.slug };
    const picture = (id: number, ours = false) => loadPicture(db(), id, which, viewer, ours);
    expect(await seenBy(album, viewer, { onlyOurs: false, from: three })).toEqual([three, four]);
    expect(await seenBy(album, viewer, { onlyOurs: true, from: null })).toEqual([one, four]);
    expect(await picture(three)).toMatchObject({ previous: one, next: four, place: 2, of: 3 });
    expect(await picture(one, true)).toMatchObject({ next: four, of: 2, isOurs: true });
    expect(await picture(two)).toBeNull();
    expect(await loadPicture(db(), one, { slug: "another" }, viewer, false)).toBeNull();
  });

  test("hands a picture out once to a browser that keeps it, and asks each time", async () => {
    const album = await aShownAlbum({ pictures: 1 });
    const [family, other] = [await aFamilyAt(album.eventId), await aFamilyAt(album.eventId)];
    await album.tag(0, family.child);
    const file = (known: string | null) =>
      loadPictureFile(
        db(),
        { id: album.pictureIds[0] as number, size: "large", which: { slug: album.slug }, known },
        ofMember(other),
      );
    const tag = (await file(null))?.tag as string;
    expect(tag).toMatch(/^[0-9a-f]{64}$/);
    expect(await file(tag)).toMatchObject({ content: null });
    await sayOf(family, false);
    expect(await file(tag)).toBeNull();
  });
});
