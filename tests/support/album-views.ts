import { loadAlbum } from "#app/modules/albums/load-album.server.ts";
import { publishAlbum } from "#app/modules/albums/publish-album.server.ts";
import { type Tagged, tagPictures } from "#app/modules/albums/tag-pictures.server.ts";
import type { Viewer } from "#app/modules/albums/visible-pictures-sql.server.ts";
import { changeChildConsent } from "#app/modules/child-consents/change-child-consent.server.ts";
import { recordConsents } from "#app/modules/consents/record-consents.server.ts";
import { db } from "#app/platform/db.server.ts";
import { anAlbum } from "./albums.ts";
import { aParty } from "./parties.ts";
import { aMember } from "./people.ts";

/** An album that is shown, of an event to which families came. */
export async function aShownAlbum({ pictures = 3 }: { pictures?: number } = {}) {
  const album = await anAlbum({ pictures });
  const keeper = { by: album.keeperId, address: "10.0.0.1" };
  await publishAlbum(album.eventId, keeper);
  return {
    ...album,
    keeper,
    tag: (at: number, ...who: Tagged[]) =>
      tagPictures(
        { eventId: album.eventId, pictureIds: [album.pictureIds[at] as number], who },
        keeper,
      ),
  };
}

export type ShownAlbum = Awaited<ReturnType<typeof aShownAlbum>>;

/** A member with a child who came: both agree to pictures unless said otherwise. */
export async function aFamilyAt(
  eventId: number,
  { photos = true, child = true }: { photos?: boolean | null; child?: boolean } = {},
) {
  const member = await aMember();
  if (photos !== null) {
    await recordConsents(db(), member.id, { photos }, "profile", { locale: "en" });
  }
  const party = await aParty(eventId, member, {
    people: [
      { role: "adult", name: member.name, isMember: true },
      { role: "child", name: "Mia", consents: child ? ["photographs"] : [] },
    ],
  });
  const [adult, kid] = party.personIds as [number, number];
  const tagOf = (personId: number | null): Tagged => ({ registrationId: party.id, personId });
  return {
    member,
    party,
    childId: kid,
    whole: tagOf(null),
    grownUp: tagOf(adult),
    child: tagOf(kid),
  };
}

export type FamilyAt = Awaited<ReturnType<typeof aFamilyAt>>;

export const ALL_PICTURES = { onlyOurs: false, from: null };

/** The pictures that a viewer sees of an album, in their order; null where they may not open it. */
export async function seenBy(
  { slug }: ShownAlbum,
  viewer: Viewer,
  part: { onlyOurs: boolean; from: number | null } = ALL_PICTURES,
): Promise<number[] | null> {
  return (await loadAlbum(db(), { slug }, viewer, part))?.page.map(({ id }) => id) ?? null;
}

export const ofMember = ({ member: { memberId } }: FamilyAt) => ({ memberId });

/** Agrees to pictures of the family's child, or takes that back, as its page does. */
export const sayOf = ({ member, party, childId }: FamilyAt, given: boolean) =>
  changeChildConsent({
    ...{ registrationId: party.id, memberId: member.memberId, personId: childId },
    ...{ consent: "photographs", given, by: member.id },
  });
