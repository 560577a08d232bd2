import type { Actor } from "#app/modules/access/actor.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { lockAlbum } from "./album-row.server.ts";

/** Somebody who came to an event: a person of a party, or with null the party as a whole. */
export type Tagged = { registrationId: number; personId: number | null };

export type TagAnswer =
  /** How many tags there are more, or fewer. */
  { ok: true; tags: number } | { ok: false; refusal: "no-pictures" | "nobody" };

type Tags = { eventId: number; pictureIds: readonly number[]; who: readonly Tagged[] };

/**
 * Says who is on some pictures of an event's album. Who is on one already stays so. Pictures and people of other
 * events are passed over, and what is left of neither is said.
 */
export const tagPictures = (tags: Tags, actor: Actor): Promise<TagAnswer> =>
  change(tags, actor, "album.tagged", async (tx, albumId) => {
    const { pictureIds, parties, people } = columns(tags);
    return tx.$executeRaw`
      insert into album_tag (picture_id, registration_id, registration_person_id, tagged_by)
      select picture.id, who.registration_id, who.person_id, ${actor.by}
      from album_picture picture
      cross join (
        select distinct registration.id as registration_id, nullif(tagged.person, 0) as person_id
        from unnest(${parties}::int[], ${people}::int[]) as tagged (party, person)
        join registration on registration.id = tagged.party and registration.event_id = ${tags.eventId}
        left join registration_person person
          on person.id = tagged.person and person.registration_id = registration.id
        where tagged.person = 0 or person.id is not null
      ) who
      where picture.album_id = ${albumId} and picture.id = any(${pictureIds}::int[])
        and picture.removed_at is null
      on conflict on constraint album_tag_once do nothing`;
  });

/** Says that some people are not on some pictures. */
export const untagPictures = (tags: Tags, actor: Actor): Promise<TagAnswer> =>
  change(tags, actor, "album.untagged", async (tx, albumId) => {
    const { pictureIds, parties, people } = columns(tags);
    return tx.$executeRaw`
      delete from album_tag tag
      using album_picture picture, unnest(${parties}::int[], ${people}::int[]) as tagged (party, person)
      where picture.id = tag.picture_id and picture.album_id = ${albumId}
        and picture.id = any(${pictureIds}::int[])
        and tag.registration_id = tagged.party
        and coalesce(tag.registration_person_id, 0) = tagged.person`;
  });

/** 0 stands for the party as a whole. */
const columns = ({ pictureIds, who }: Tags) => ({
  pictureIds: [...pictureIds],
  parties: who.map(({ registrationId }) => registrationId),
  people: who.map(({ personId }) => personId ?? 0),
});

/** The album is locked meanwhile: who leaves the club is not tagged in the moment in which their tags go. */
function change(
  { eventId, pictureIds, who }: Tags,
  actor: Actor,
  action: "album.tagged" | "album.untagged",
  work: (tx: Db, albumId: number) => Promise<number>,
): Promise<TagAnswer> {
  return inRetriedTransaction<TagAnswer>(async (tx) => {
    const album = await lockAlbum(tx, eventId);
    if (!album || pictureIds.length === 0) return { ok: false, refusal: "no-pictures" };
    if (who.length === 0) return { ok: false, refusal: "nobody" };
    const tags = await work(tx, album.id);
    if (tags > 0) {
      await writeAudit(tx, {
        ...{ personId: actor.by, address: actor.address },
        action,
        subject: `event:${eventId}`,
        detail: { pieces: pictureIds.length, people: who.length },
      });
    }
    return { ok: true, tags };
  });
}
