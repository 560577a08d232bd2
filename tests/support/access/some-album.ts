import { shareAlbum } from "#app/modules/albums/album-links.server.ts";
import { objectToPicture } from "#app/modules/albums/object-to-picture.server.ts";
import { db } from "#app/platform/db.server.ts";
import { aShownAlbum } from "../album-views.ts";
import { aParty } from "../parties.ts";
import type { TestMember } from "../people.ts";

/** An album that is shown, what an owner who came has shared and said, and one of an event to which another came. */
export type SomeAlbum = {
  eventId: number;
  slug: string;
  pictureId: number;
  hiddenId: number;
  linkId: number;
  token: string;
  objectionId: number;
  othersSlug: string;
  othersPictureId: number;
  othersLinkId: number;
};

export async function someAlbum(own: TestMember, others: TestMember): Promise<SomeAlbum> {
  const [album, elsewhere] = [await aShownAlbum(), await aShownAlbum()];
  await aParty(album.eventId, own);
  await aParty(elsewhere.eventId, others);
  const { slug } = album;
  const [pictureId, hiddenId] = album.pictureIds as [number, number];
  const share = async (of: { slug: string }, by: TestMember) => {
    const who = { memberId: by.memberId, personId: by.id };
    const made = await shareAlbum({ slug: of.slug, onlyOwn: false }, who);
    if (!made.ok) throw new Error(made.refusal);
    const { id } = await db().albumLink.findFirstOrThrow({
      where: { madeBy: by.id },
      orderBy: { id: "desc" },
    });
    return { linkId: id, token: made.token };
  };
  await objectToPicture({ slug, pictureId: hiddenId, memberId: own.memberId, kind: "hide" });
  const { id: objectionId } = await db().albumObjection.findFirstOrThrow({
    where: { pictureId: hiddenId },
  });
  return {
    ...{ eventId: album.eventId, slug, pictureId, hiddenId, objectionId },
    ...(await share(album, own)),
    othersSlug: elsewhere.slug,
    othersPictureId: elsewhere.pictureIds[0] as number,
    othersLinkId: (await share(elsewhere, others)).linkId,
  };
}
