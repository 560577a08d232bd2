import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Moves } from "#app/modules/events/moved.ts";
import type { LockedEvent } from "#app/modules/seats/lock-event.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { CheckedPerson } from "./check-party.ts";
import { sameName } from "./check-party.ts";

/** What has moved of an event since a version of it: nothing where nobody looked at one. */
export async function movesSince(
  tx: Db,
  { id: eventId, version }: LockedEvent,
  seen: number | null,
): Promise<Moves[]> {
  if (seen === null || seen === version) return [];
  return tx.eventVersion.findMany({
    where: { eventId, version: { gt: seen } },
    select: { moved: true, timeOf: true },
  });
}

/**
 * What has moved for a party since it registered or agreed, as text[], over the row `party`; null where nothing has. Of
 * a session's time as `movedFor` of events has it; who was given another session comes at another time as well.
 */
export const MOVED_FOR_PARTY = Prisma.sql`
  (select array_agg(distinct what) from (
    select what from event_version version, unnest(version.moved) what
      where version.event_id = party.event_id and version.version > party.event_version
        and (what <> 'time' or version.time_of = '{}' or coalesce(party.session, '') = any(version.time_of))
    union all select 'time' where party.rehoused_in > party.event_version) moves)`;

/**
 * Finds children of a party who come with another one already, as they do where both guardians register them. Who
 * that is, is not said.
 *
 * @returns the places of these children in the party.
 */
export async function findSameChildren(
  tx: Db,
  eventId: number,
  memberId: number | null,
  people: readonly CheckedPerson[],
): Promise<number[]> {
  const children = people.flatMap(({ role, name, birthDate }, at) =>
    role === "child" && birthDate !== null ? [{ at, name: sameName(name), birthDate }] : [],
  );
  if (children.length === 0) return [];
  const rows = await tx.$queryRaw<{ name: string; birthDate: string }[]>`
    select person.name, person.birth_date::text as "birthDate"
    from registration_person person join registration party on party.id = person.registration_id
    where person.event_id = ${eventId} and person.role = 'child' and person.state <> 'out'
      and party.state in ('registered', 'waiting') and party.member_id is distinct from ${memberId}::int
      and person.birth_date = any(${children.map(({ birthDate }) => birthDate)}::date[])`;
  return children
    .filter((child) =>
      rows.some((row) => row.birthDate === child.birthDate && sameName(row.name) === child.name),
    )
    .map(({ at }) => at);
}
