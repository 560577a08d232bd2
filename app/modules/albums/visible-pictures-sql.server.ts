import { Prisma } from "#app/generated.server/prisma/client.ts";
import { childAgrees } from "#app/modules/child-consents/consent-sql.server.ts";
import { agrees } from "#app/modules/consents/consent-sql.server.ts";

const GROWN_UPS_AGREE = agrees("photos", Prisma.sql`member.person_id`);

/**
 * The one rule of what may be seen of an album, over the row `picture`, by whoever it is but staff. It is part of every
 * query that lists pictures or hands one out, so that a consent that is taken back acts with the next question.
 *
 * A picture is hidden while somebody is tagged on it who does not agree (docs/decisions/album-views.md):
 * - a child, without its guardian's consent to photographs for this event;
 * - a grown-up of a party, without its member's consent to pictures in albums. Nobody has asked the grown-ups of a
 *   family that is not in the club, so that they do not agree;
 * - a party as a whole, without both of these for everybody in it;
 * and while somebody who saw themselves on it wants it hidden, unless staff have decided otherwise.
 */
export const VISIBLE = Prisma.sql`(
  picture.removed_at is null
  and not exists (select from album_objection objection
    where objection.picture_id = picture.id and objection.kind = 'hide' and objection.state <> 'declined')
  and not exists (select from album_tag tag
    join registration tagged_party on tagged_party.id = tag.registration_id
    left join member on member.id = tagged_party.member_id
    left join registration_person tagged on tagged.id = tag.registration_person_id
    where tag.picture_id = picture.id and case
      when tagged.role = 'child' then not ${childAgrees("photographs", "tagged")}
      when tagged.id is not null then not ${GROWN_UPS_AGREE}
      else not ${GROWN_UPS_AGREE} or exists (select from registration_person child
        where child.registration_id = tagged_party.id and child.role = 'child' and child.state <> 'out'
          and not ${childAgrees("photographs", "child")}) end))`;

/** Whether somebody of a member's party is tagged on the row `picture`. */
export const withFamilyOf = (memberId: Prisma.Sql): Prisma.Sql => Prisma.sql`
  exists (select from album_tag own
    join registration own_party on own_party.id = own.registration_id
    where own.picture_id = picture.id and own_party.member_id = ${memberId})`;

/**
 * Whether a member may see the row `album`: it is shown, and a party of theirs came to its event, as far as the club
 * knows. Where nobody was checked in, who was registered came; whoever is on a picture of it was there.
 */
const openToMember = (memberId: Prisma.Sql): Prisma.Sql => Prisma.sql`
  exists (select from registration party
    left join attendance_outcome outcome on outcome.registration_id = party.id
    where party.event_id = album.event_id and party.member_id = ${memberId}
      and (outcome.outcome = 'came' or party.state = 'registered' and outcome.outcome is null
        or exists (select from album_tag tag where tag.registration_id = party.id)))`;

/**
 * Who looks at an album: a member; whoever has the address that a family has shared, by the hash of its end; or staff,
 * who look at what families see.
 */
export type Viewer = { memberId: number } | { link: Uint8Array<ArrayBuffer> } | "staff";

/** The link of a viewer with one, while it leads anywhere: over the rows `album`, with its maker as `maker`. */
const linkTo = (hash: Uint8Array, and: Prisma.Sql): Prisma.Sql => Prisma.sql`
  exists (select from album_link link join member maker on maker.person_id = link.made_by
    where link.album_id = album.id and link.token_hash = ${hash}
      and link.revoked_at is null and link.expires_at > now()
      and ${openToMember(Prisma.sql`maker.id`)} and ${and})`;

/** Whether somebody may see the row `album` at all. */
export function openTo(viewer: Viewer): Prisma.Sql {
  if (viewer === "staff") return Prisma.sql`true`;
  return "memberId" in viewer
    ? Prisma.sql`(album.state = 'published' and ${openToMember(Prisma.sql`${viewer.memberId}::int`)})`
    : Prisma.sql`(album.state = 'published' and ${linkTo(viewer.link, Prisma.sql`true`)})`;
}

/** Whether somebody who may see the row `album` sees the row `picture` of it. */
export function shownTo(viewer: Viewer): Prisma.Sql {
  if (viewer === "staff" || "memberId" in viewer) return VISIBLE;
  const own = Prisma.sql`(not link.only_own or ${withFamilyOf(Prisma.sql`maker.id`)})`;
  return Prisma.sql`(${VISIBLE} and ${linkTo(viewer.link, own)})`;
}

/** Whether the family of whoever looks is on the row `picture`: who has a link has none, and sees no names. */
export const withViewer = (viewer: Viewer): Prisma.Sql =>
  typeof viewer === "object" && "memberId" in viewer
    ? withFamilyOf(Prisma.sql`${viewer.memberId}::int`)
    : Prisma.sql`false`;
