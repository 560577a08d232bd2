import { Prisma } from "#app/generated.server/prisma/client.ts";
import { childAgrees } from "#app/modules/child-consents/consent-sql.server.ts";

/**
 * The entries that anybody may see as things stand now, with their pictures: those of children whose guardian agrees
 * that what they made is shown, of a ranking that is public, or of an event whose gallery staff have opened. For a query's
 * `from`; rows are `event`, `contest`, `entry`, `person` and `picture`.
 */
export const SHOWN_ENTRIES = Prisma.sql`
  event
  join contest on contest.event_id = event.id and contest.kind = 'pictures'
  join contest_entry entry on entry.contest_id = contest.id and entry.state = 'in'
  join registration_person person on person.id = entry.registration_person_id and person.role = 'child'
    and ${childAgrees("artwork")}
  join contest_picture picture on picture.entry_id = entry.id and picture.removed_at is null and picture.position = 0
  left join event_gallery gallery on gallery.event_id = event.id
  where event.state = 'published'
    and coalesce(gallery.is_open and contest.state in ('open', 'closed', 'published'), contest.state = 'published')`;
