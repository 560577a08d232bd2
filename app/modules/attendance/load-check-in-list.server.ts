import type { KeptWait } from "#app/modules/events/event-wait.ts";
import { STANDING_WAIT } from "#app/modules/events/load-event.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { CheckInList, ListedParty } from "./check-in-list.ts";
import { loadKeptMarks } from "./load-kept-marks.server.ts";

/**
 * Everything that a device needs for an event's day, also without a network. Parties that were cancelled or wait are
 * in it, so that whoever comes with one is told what it is.
 */
export async function loadCheckInList(
  db: Db,
  eventId: number,
  now = new Date(),
): Promise<CheckInList> {
  // Marks are read first: one that arrives meanwhile comes with the next list, and is never older than it says.
  const marks = await loadKeptMarks(db, eventId);
  const parties = await db.$queryRaw<ListedParty[]>`
    select registration.id, token, code, registration.state, member.number as "memberNumber", session, cars,
      car_plate as "carPlate",
      (select coalesce(jsonb_agg(jsonb_build_object('id', each.id, 'name', each.name, 'role', each.role,
          'state', each.state, 'isMember', each.is_member, 'drives', each.drives, 'bracket', each.bracket,
          'allergies', coalesce(care.allergies ->> each.id::text, ''),
          'photographs', each.role = 'adult' or event.plan -> 'consents' @> '"photographs"' is not true
            or 'photographs' = any(each.consents)) order by each.id), '[]')
        from registration_person each where each.registration_id = registration.id
          and (each.state <> 'out' or registration.state <> 'registered')) as people,
      case when care.registration_id is not null then jsonb_build_object('emergencyName', care.emergency_name,
        'emergencyPhone', care.emergency_phone, 'collectors', care.collectors) end as care
    from registration
    join event on event.id = registration.event_id
    left join member on member.id = registration.member_id
    left join registration_care care on care.registration_id = registration.id
    where registration.event_id = ${eventId}
    order by registration.id`;
  const [event] = await db.$queryRaw<{ wait: KeptWait | null }[]>`
    select ${STANDING_WAIT} as wait from event where id = ${eventId}`;
  return {
    eventId,
    wait: event?.wait ?? null,
    asOf: now.toISOString(),
    parties,
    marks: marks.map((mark) => ({
      ...mark,
      at: mark.at.toISOString(),
      receivedAt: mark.receivedAt.toISOString(),
    })),
  };
}
