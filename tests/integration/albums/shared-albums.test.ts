import { beforeAll, describe, expect, test } from "vitest";
import {
  endAlbumLink,
  linkHash,
  loadAlbumLinks,
  shareAlbum,
} from "#app/modules/albums/album-links.server.ts";
import { albumsFeature } from "#app/modules/albums/feature.server.ts";
import { loadAlbum } from "#app/modules/albums/load-album.server.ts";
import { loadPictureFile } from "#app/modules/albums/load-picture.server.ts";
import { objectToPicture } from "#app/modules/albums/object-to-picture.server.ts";
import type { Viewer } from "#app/modules/albums/visible-pictures-sql.server.ts";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { db } from "#app/platform/db.server.ts";
import {
  ALL_PICTURES,
  aFamilyAt,
  aShownAlbum,
  type FamilyAt,
  ofMember,
  type ShownAlbum,
  sayOf,
  seenBy,
} from "../../support/album-views.ts";
import { testDatabase } from "../../support/database.ts";

testDatabase();
beforeAll(async () => {
  await ensureClub(db());
});

describe("what a family shares", () => {
  const viewerOf = (token: string) => ({ link: linkHash(token) as Uint8Array<ArrayBuffer> });
  const shared = async (album: ShownAlbum, { member }: FamilyAt, onlyOwn = false) => {
    const who = { memberId: member.memberId, personId: member.id };
    const made = await shareAlbum({ slug: album.slug, onlyOwn }, who);
    if (!made.ok) throw new Error(made.refusal);
    return { who, viewer: viewerOf(made.token), token: made.token };
  };
  const opened = async (viewer: Viewer) =>
    (await loadAlbum(db(), "of-link", viewer, ALL_PICTURES))?.page.map(({ id }) => id) ?? null;

  test("is another address each time, and leads nowhere once it is ended or its days are over", async () => {
    const album = await aShownAlbum();
    const family = await aFamilyAt(album.eventId);
    const [one, two] = [await shared(album, family), await shared(album, family)];
    expect(one.token).not.toBe(two.token);
    expect(await opened(one.viewer)).toEqual(album.pictureIds);
    const [newer, older] = await loadAlbumLinks(db(), album.albumId, family.member.id);
    const stranger = await aFamilyAt(album.eventId);
    const other = { memberId: stranger.member.memberId, personId: stranger.member.id };
    expect(await endAlbumLink(older?.id as number, other)).toBe(false);
    expect(await endAlbumLink(older?.id as number, one.who)).toBe(true);
    expect(await endAlbumLink(older?.id as number, one.who)).toBe(true);
    expect(await opened(one.viewer)).toBeNull();
    expect(await opened(two.viewer)).toHaveLength(3);
    await db().albumLink.update({
      where: { id: newer?.id as number },
      data: { expiresAt: new Date() },
    });
    expect(await opened(two.viewer)).toBeNull();
    expect(await opened(viewerOf("A".repeat(43)))).toBeNull();
  });

  test("shows what may be seen at this moment, or those with them alone", async () => {
    const album = await aShownAlbum();
    const [family, other] = [await aFamilyAt(album.eventId), await aFamilyAt(album.eventId)];
    await album.tag(0, family.child);
    await album.tag(1, other.child);
    const [all, ours] = [await shared(album, other), await shared(album, other, true)];
    const [first, second, third] = album.pictureIds;
    expect(await opened(ours.viewer)).toEqual([second]);
    await sayOf(family, false);
    expect(await opened(all.viewer)).toEqual([second, third]);
    const file = { id: first as number, size: "small", which: "of-link", known: null } as const;
    expect(await loadPictureFile(db(), file, all.viewer)).toBeNull();
    const seen = { ...file, id: second as number };
    expect(await loadPictureFile(db(), seen, ours.viewer)).not.toBeNull();
    expect(await loadPictureFile(db(), { ...file, id: third as number }, ours.viewer)).toBeNull();
  });

  test("ends with their membership, and what was hidden for them stays hidden", async () => {
    const album = await aShownAlbum();
    const [family, other] = [await aFamilyAt(album.eventId), await aFamilyAt(album.eventId)];
    const { viewer } = await shared(album, family);
    const { memberId, id: personId } = family.member;
    const pictureId = album.pictureIds[0] as number;
    await objectToPicture({ slug: album.slug, pictureId, memberId, kind: "hide" });
    const member = { id: memberId, accountId: family.member.accountId };
    await albumsFeature.erasure?.erase(db(), { personId, member, email: null, keptLetter: null });
    expect(await opened(viewer)).toBeNull();
    expect(await seenBy(album, ofMember(other))).toHaveLength(2);
  });

  test("is shared twenty times a day at most", async () => {
    const album = await aShownAlbum({ pictures: 1 });
    const { member } = await aFamilyAt(album.eventId);
    const who = { memberId: member.memberId, personId: member.id };
    const made = await Promise.all(
      Array.from({ length: 22 }, () => shareAlbum({ slug: album.slug, onlyOwn: false }, who)),
    );
    expect(made.filter(({ ok }) => ok)).toHaveLength(20);
    expect(await shareAlbum({ slug: "none", onlyOwn: false }, who)).toMatchObject({
      refusal: "no-album",
    });
  });
});
