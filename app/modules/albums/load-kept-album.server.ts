import { Prisma } from "#app/generated.server/prisma/client.ts";
import { readPlan } from "#app/modules/events/plan.ts";
import type { Db } from "#app/platform/db.server.ts";
import { queryRows } from "#app/platform/query-rows.server.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";
import type { AlbumState } from "./album-row.server.ts";
import type { AlbumView } from "./forms.ts";
import { afterPicture, PICTURE_ORDER } from "./picture-order-sql.server.ts";
import { BRING_BACK_DAYS } from "./remove-pictures.server.ts";
import type { UploadRefusal } from "./upload.ts";
import { VISIBLE } from "./visible-pictures-sql.server.ts";

export const PICTURES_A_PAGE = 96;
const REFUSED_SHOWN = 50;

export type KeptAlbum = {
  title: InBoth;
  state: AlbumState;
  pictures: number;
  /** Of these, those on which nobody is said to be. */
  nobody: number;
  /** Of these, those that families do not see: somebody on them did not agree, or asked for it. */
  hidden: number;
  /** Taken out by staff, and can be brought back. */
  removed: number;
  /** Files that have arrived and are still to be decoded, of whomever. */
  waiting: number;
  /** Files of the reader that are not whole: chosen again they go on. */
  begun: number;
  /** Files of the reader that did not become a picture, the last ones first. */
  refused: { id: string; fileName: string; refusal: UploadRefusal }[];
  /** How many of the reader's files the album had already. */
  duplicates: number;
};

/** What staff see of the album of an event, without its pictures; null where there is no such event, or it is a draft. */
export async function loadKeptAlbum(
  on: Db,
  eventId: number,
  by: number,
): Promise<KeptAlbum | null> {
  const [row] = await queryRows<Omit<KeptAlbum, "title"> & { plan: unknown }>(
    on,
    Prisma.sql`
    select event.plan, coalesce(album.state, 'draft') as state,
      count(picture.id) filter (where picture.removed_at is null)::int as pictures,
      count(picture.id) filter (where picture.removed_at is null
        and not exists (select from album_tag where picture_id = picture.id))::int as nobody,
      count(picture.id) filter (where picture.removed_at is null and not ${VISIBLE})::int as hidden,
      count(picture.id) filter (where picture.removed_why = 'staff')::int as removed,
      (select count(*)::int from album_upload where album_id = album.id and state = 'waiting') as waiting,
      (select count(*)::int from album_upload
        where album_id = album.id and created_by = ${by} and state = 'sending') as begun,
      (select count(*)::int from album_upload
        where album_id = album.id and created_by = ${by} and state = 'duplicate') as duplicates,
      (select coalesce(jsonb_agg(each), '[]') from (
        select id, file_name as "fileName", refusal from album_upload
        where album_id = album.id and created_by = ${by} and state = 'refused'
        order by touched_at desc limit ${REFUSED_SHOWN}::int) each) as refused
    from event left join album on album.event_id = event.id
    left join album_picture picture on picture.album_id = album.id
    where event.id = ${eventId} and event.state <> 'draft'
    group by event.id, album.id`,
  );
  if (!row) return null;
  const { plan, ...album } = row;
  return { ...album, title: readPlan(plan).title };
}

export type KeptAlbumPicture = {
  id: number;
  fileName: string;
  takenAt: Date | null;
  width: number;
  height: number;
  /** No family sees it. */
  isHidden: boolean;
  /** Who is on it by name; a party as a whole has the name of its first. */
  tags: { name: string; whole: boolean }[];
};

/** A page of an album's pictures as staff see them, in the album's order. */
export async function loadKeptPictures(
  on: Db,
  eventId: number,
  { show, after }: { show: AlbumView; after: number | null },
): Promise<{ pictures: KeptAlbumPicture[]; next: number | null }> {
  const which = {
    all: Prisma.sql`picture.removed_at is null`,
    nobody: Prisma.sql`picture.removed_at is null
      and not exists (select from album_tag where picture_id = picture.id)`,
    hidden: Prisma.sql`picture.removed_at is null and not ${VISIBLE}`,
    removed: Prisma.sql`picture.removed_why = 'staff'
      and picture.removed_at > now() - make_interval(days => ${BRING_BACK_DAYS}::int)`,
  }[show];
  const pictures = await queryRows<KeptAlbumPicture>(
    on,
    Prisma.sql`
    select picture.id, picture.file_name as "fileName", picture.taken_at as "takenAt",
      picture.width, picture.height, not ${VISIBLE} as "isHidden",
      (select coalesce(jsonb_agg(jsonb_build_object('whole', person.id is null,
          'name', coalesce(person.name, (select first.name from registration_person first
            where first.registration_id = tag.registration_id order by first.id limit 1), '')) order by tag.id), '[]')
        from album_tag tag left join registration_person person on person.id = tag.registration_person_id
        where tag.picture_id = picture.id) as tags
    from album_picture picture join album on album.id = picture.album_id
    where album.event_id = ${eventId} and ${which}
      ${after === null ? Prisma.empty : Prisma.sql`and ${afterPicture(after)}`}
    order by ${PICTURE_ORDER} limit ${PICTURES_A_PAGE + 1}`,
  );
  const shown = pictures.slice(0, PICTURES_A_PAGE);
  return {
    pictures: shown,
    next: pictures.length > shown.length ? (shown.at(-1)?.id ?? null) : null,
  };
}

/** A party that can be on pictures, and who is of it. */
export type TaggableParty = {
  id: number;
  code: string;
  /** Somebody saw them come. */
  came: boolean;
  people: { id: number; name: string; isChild: boolean }[];
};

/** Who was registered for an event and has not left the club: those who came first, then by name. */
export const loadTaggable = (on: Db, eventId: number): Promise<TaggableParty[]> =>
  queryRows<TaggableParty>(
    on,
    Prisma.sql`
    select party.id, party.code,
      exists (select from attendance_outcome where registration_id = party.id and outcome = 'came')
        or exists (select from attendance_mark where registration_id = party.id and kind = 'in') as came,
      jsonb_agg(jsonb_build_object('id', person.id, 'name', person.name, 'isChild', person.role = 'child')
        order by person.id) as people
    from registration party join registration_person person on person.registration_id = party.id
    where party.event_id = ${eventId} and party.state = 'registered' and person.state = 'coming'
      and person.name <> '—'
    group by party.id order by came desc, min(person.name), party.id`,
  );

/** A picture of an event's album in one of its sizes, for staff; null where there is none, or it was taken out for good. */
export async function findKeptPicture(
  on: Db,
  of: { eventId: number; pictureId: number; size: "small" | "large" },
): Promise<number | null> {
  const picture = await on.albumPicture.findFirst({
    where: {
      id: of.pictureId,
      album: { eventId: of.eventId },
      OR: [{ removedAt: null }, { removedWhy: "staff" }],
    },
    select: { smallId: true, largeId: true },
  });
  return picture?.[`${of.size}Id`] ?? null;
}
