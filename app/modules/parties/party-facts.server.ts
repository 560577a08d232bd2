import { type MovedPart, movedParts } from "#app/modules/events/moved.ts";
import type { LockedEvent } from "#app/modules/seats/lock-event.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { CheckedPerson } from "./check-party.ts";
import { sameName } from "./check-party.ts";

/** What has moved of an event since a version of it: nothing where nobody looked at one. */
export async function movedSince(
  tx: Db,
  { id: eventId, version }: LockedEvent,
  seen: number | null,
): Promise<MovedPart[]> {
  if (seen === null || seen === version) return [];
  const versions = await tx.eventVersion.findMany({
    where: { eventId, version: { gt: seen } },
    select: { moved: true },
  });
  const moved = new Set(versions.flatMap((each) => each.moved));
  return movedParts.filter((part) => moved.has(part));
}

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
