import { beforeAll, describe, expect, test } from "vitest";
import { loadOpenObjections } from "#app/modules/albums/load-objections.server.ts";
import { loadPicture } from "#app/modules/albums/load-picture.server.ts";
import { decideObjection, objectToPicture } from "#app/modules/albums/object-to-picture.server.ts";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { db } from "#app/platform/db.server.ts";
import { aFamilyAt, aShownAlbum, ofMember, seenBy } from "../../support/album-views.ts";
import { testDatabase } from "../../support/database.ts";

testDatabase();
beforeAll(async () => {
  await ensureClub(db());
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
