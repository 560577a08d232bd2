import { beforeAll, describe, expect, test } from "vitest";
import {
  endAlbumLink,
  linkHash,
  loadAlbumLinks,
  shareAlbum,
} from "#app/modules/albums/album-links.server.ts";
import { albumsFeature } from "#app/modules/albums/feature.server.ts";
import { loadAlbum } from "#app/modules/albums/load-album.server.ts";
import { loadOpenObjections } from "#app/modules/albums/load-objections.server.ts";
import { loadOwnAlbums } from "#app/modules/albums/load-own-albums.server.ts";
import { loadPicture, loadPictureFile } from "#app/modules/albums/load-picture.server.ts";
import { decideObjection, objectToPicture } from "#app/modules/albums/object-to-picture.server.ts";
import { packAlbum } from "#app/modules/albums/pack-album.server.ts";
import { withdrawAlbum } from "#app/modules/albums/publish-album.server.ts";
import { removePictures } from "#app/modules/albums/remove-pictures.server.ts";
import type { Viewer } from "#app/modules/albums/visible-pictures-sql.server.ts";
import { changeChildConsent } from "#app/modules/child-consents/change-child-consent.server.ts";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { recordConsents } from "#app/modules/consents/record-consents.server.ts";
import { db } from "#app/platform/db.server.ts";
import { bodyOf } from "#app/platform/http/takes-more.server.ts";
import { translator } from "#app/platform/words/catalogs.server.ts";
import {
  aFamilyAt,
  aShownAlbum,
  type FamilyAt,
  type ShownAlbum,
} from "../../support/album-views.ts";
import { readArchive } from "../../support/archive.ts";
import { testDatabase } from "../../support/database.ts";
import { aParty } from "../../support/parties.ts";
import { aMember } from "../../support/people.ts";

testDatabase();
beforeAll(async () => {
  await ensureClub(db());
});

const ALL = { onlyOurs: false, from: null };
const seenBy = async (
  { slug }: ShownAlbum,
  viewer: Viewer,
  part: { onlyOurs: boolean; from: number | null } = ALL,
) => (await loadAlbum(db(), { slug }, viewer, part))?.page.map(({ id }) => id) ?? null;
const ofMember = ({ member: { memberId } }: FamilyAt) => ({ memberId });

const sayOf = ({ member, party, childId }: FamilyAt, given: boolean) =>
  changeChildConsent({
    ...{ registrationId: party.id, memberId: member.memberId, personId: childId },
    ...{ consent: "photographs", given, by: member.id },
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

describe("what a family shares", () => {
  const viewerOf = (token: string) => ({ link: linkHash(token) as Uint8Array<ArrayBuffer> });
  const shared = async (album: ShownAlbum, { member }: FamilyAt, onlyOwn = false) => {
    const who = { memberId: member.memberId, personId: member.id };
    const made = await shareAlbum({ slug: album.slug, onlyOwn }, who);
    if (!made.ok) throw new Error(made.refusal);
    return { who, viewer: viewerOf(made.token), token: made.token };
  };
  const opened = async (viewer: Viewer) =>
    (await loadAlbum(db(), "of-link", viewer, ALL))?.page.map(({ id }) => id) ?? null;

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

describe("somebody who sees themselves", () => {
  test("has a picture hidden at once; staff decide, and are told once", async () => {
    const album = await aShownAlbum();
    const [family, other] = [await aFamilyAt(album.eventId), await aFamilyAt(album.eventId)];
    const pictureId = album.pictureIds[1] as number;
    const hide = () =>
      objectToPicture({
        ...{ slug: album.slug, pictureId, memberId: family.member.memberId },
        kind: "hide",
      });
    const answers = await Promise.all(Array.from({ length: 5 }, hide));
    expect(answers).toEqual(answers.map(() => ({ ok: true })));
    expect(await seenBy(album, ofMember(other))).not.toContain(pictureId);
    const mine = (await loadOpenObjections(db())).filter(({ picture }) => picture.id === pictureId);
    expect(mine).toMatchObject([{ kind: "hide", member: { number: family.member.number } }]);
    const objectionId = mine[0]?.id as number;
    const decide = (answer: "granted" | "declined") =>
      decideObjection({ objectionId, answer }, album.keeper);
    expect(await decide("declined")).toBe(true);
    expect(await decide("granted")).toBe(false);
    expect(await seenBy(album, ofMember(other))).toContain(pictureId);
  });

  test("says that it is not them: the tag goes once staff say so, and only a tag of theirs", async () => {
    const album = await aShownAlbum();
    const family = await aFamilyAt(album.eventId);
    const said = { slug: album.slug, memberId: family.member.memberId, kind: "not-us" } as const;
    const [tagged, untagged] = album.pictureIds as [number, number];
    await album.tag(0, family.child);
    expect(await objectToPicture({ ...said, pictureId: untagged })).toMatchObject({
      refusal: "not-tagged",
    });
    expect(await objectToPicture({ ...said, pictureId: tagged })).toEqual({ ok: true });
    const which = { slug: album.slug };
    const seen = () => loadPicture(db(), tagged, which, ofMember(family), false);
    expect(await seen()).toMatchObject({ isOurs: true, isDoubted: true });
    const waiting = (await loadOpenObjections(db())).find(({ picture }) => picture.id === tagged);
    await decideObjection({ objectionId: waiting?.id as number, answer: "granted" }, album.keeper);
    expect(await seen()).toMatchObject({ isOurs: false, isDoubted: false });
  });

  test("says nothing of pictures that they cannot see", async () => {
    const [album, elsewhere] = [await aShownAlbum(), await aShownAlbum()];
    const { member } = await aFamilyAt(album.eventId);
    const said = { memberId: member.memberId, kind: "hide" } as const;
    const pictureId = elsewhere.pictureIds[0] as number;
    for (const slug of [album.slug, elsewhere.slug]) {
      expect(await objectToPicture({ ...said, slug, pictureId })).toMatchObject({
        refusal: "no-picture",
      });
    }
  });
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
