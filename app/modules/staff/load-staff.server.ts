import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { STAFF_ROLES } from "#app/modules/access/roles.ts";
import type { Db } from "#app/platform/db.server.ts";
import { rolesInOrder } from "./role-change.ts";

/** Somebody who works at the dealership. */
export type StaffMember = {
  id: number;
  name: string;
  email: string | null;
  roles: (typeof STAFF_ROLES)[number][];
  /** Has an authenticator or a passkey; without one, nothing opens outside of the demo. */
  secondFactor: boolean;
  /** Has set a password; until then a code by e-mail is the way in. */
  hasPassword: boolean;
  /** When they were last here; null while no browser is signed in. ISO 8601. */
  seenAt: string | null;
};

type Row = Omit<StaffMember, "seenAt" | "roles"> & { roles: string[]; seenAt: Date | null };

/** Everybody who works here, by name. A club has tens of them, so they come all at once. */
export function loadStaff(db: Db): Promise<StaffMember[]> {
  return load(db, Prisma.empty);
}

/** One of them; null where nobody of that id works here. */
export async function loadStaffMember(db: Db, id: number): Promise<StaffMember | null> {
  const [row] = await load(db, Prisma.sql`and person.id = ${id}`);
  return row ?? null;
}

async function load(db: Db, which: Prisma.Sql): Promise<StaffMember[]> {
  const rows = await db.$queryRaw<Row[]>`
    select person.id, person.name, person.email,
      array_agg(role_grant.role) as roles,
      person.password_hash is not null as "hasPassword",
      (exists (select from passkey where person_id = person.id)
        or exists (select from authenticator
                   where person_id = person.id and confirmed_at is not null)) as "secondFactor",
      (select max(seen_at) from session where person_id = person.id) as "seenAt"
    from person join role_grant on role_grant.person_id = person.id and role_grant.role <> 'referrer'
    where person.closed_at is null ${which}
    group by person.id
    order by person.name, person.id`;
  return rows.map(({ roles, seenAt, ...row }) => ({
    ...row,
    roles: rolesInOrder(roles),
    seenAt: seenAt?.toISOString() ?? null,
  }));
}
