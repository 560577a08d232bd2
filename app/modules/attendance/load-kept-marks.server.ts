import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { KeptMark } from "./presence.ts";

/** The marks of an event, or of some of its parties: with whatever takes one of them back. */
export function loadKeptMarks(
  db: Db,
  eventId: number,
  registrationIds?: readonly number[],
): Promise<KeptMark[]> {
  const ofParties = registrationIds
    ? Prisma.sql`and (registration_id = any(${registrationIds}) or undoes in (
        select other.id from attendance_mark other where other.registration_id = any(${registrationIds})))`
    : Prisma.empty;
  return db.$queryRaw<KeptMark[]>`
    select id::text, kind, registration_id as "registrationId", person_id as "personId", undoes::text, seen,
      people, answer, at, received_at as "receivedAt", gate, device::text
    from attendance_mark where event_id = ${eventId} ${ofParties}`;
}
