import { Prisma } from "#app/generated.server/prisma/client.ts";

/**
 * Who came to some events, as `staysOf` of presence.ts reads it out of the marks of their gates: a row for each of whom
 * somebody marked that they came in, unless that was taken back. A party has a row without a person where it was let in
 * as a whole, also beside those of its people who were ticked.
 *
 * Columns: event_id; registration_id, null where nobody could be found; person_id; people, of a row without a person how
 * many they were.
 *
 * @param events a query of their ids.
 */
export const letIn = (events: Prisma.Sql): Prisma.Sql => Prisma.sql`
  select distinct on (mark.event_id, whose) mark.event_id, mark.registration_id, mark.person_id,
    greatest(1, mark.people) as people,
    coalesce(mark.person_id::text, 'party ' || mark.registration_id, mark.id::text) as whose
  from attendance_mark mark
  where mark.event_id in (${events}) and mark.kind = 'in'
    and not exists (select from attendance_mark undo where undo.undoes = mark.id)
  order by mark.event_id, whose, least(mark.at, mark.received_at), mark.id`;
