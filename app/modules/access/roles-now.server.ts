import type { Db } from "#app/platform/db.server.ts";
import { ROLES, type Role } from "./roles.ts";

/**
 * The roles people hold at this moment, and hold on to until the caller's transaction ends: a role that is
 * taken away meanwhile is taken before or after what it allowed, not during it.
 */
export async function rolesNow(db: Db, personIds: readonly number[]): Promise<Map<number, Role[]>> {
  const rows = await db.$queryRaw<{ person_id: number; role: string }[]>`
    select grant_.person_id, grant_.role from role_grant grant_
    join person on person.id = grant_.person_id and person.closed_at is null
    where grant_.person_id = any(${[...personIds]}::int[])
    order by grant_.person_id, grant_.role
    for share of grant_`;
  const roles = new Map<number, Role[]>(personIds.map((id) => [id, []]));
  for (const { person_id, role } of rows) {
    const known = ROLES.find((each) => each === role);
    if (known) roles.get(person_id)?.push(known);
  }
  return roles;
}
