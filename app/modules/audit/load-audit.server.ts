import { Prisma } from "#app/generated.server/prisma/client.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { clubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { AUDIT_GROUPS } from "./audit-actions.ts";
import type { AuditFilter } from "./audit-filter.ts";

/** A line of the audit log: who did or saw what. */
export type AuditLineRead = {
  id: number;
  at: Date;
  /** Null for a program or the system itself. */
  by: { id: number; name: string } | null;
  action: string;
  /** As it was written: `member:M00010009`. */
  subject: string;
  /** Whom a `person:` is, with their number where they are in the club. */
  person: { name: string; number: string | null } | null;
  detail: Record<string, unknown>;
  address: string | null;
};

type Row = {
  id: bigint;
  created_at: Date;
  person_id: number | null;
  by_name: string | null;
  action: string;
  subject: string;
  subject_name: string | null;
  subject_number: string | null;
  detail: Record<string, unknown>;
  address: string | null;
};

/**
 * A page of the audit log, the latest first.
 *
 * @param page.before lines older than this one, by id.
 */
export async function loadAudit(
  db: Db,
  filter: AuditFilter,
  page: { before: number | null; limit: number },
): Promise<{ lines: AuditLineRead[]; before: number | null }> {
  const time = clubTime((await loadClub()).timeZone);
  const { person, group, member, from, through } = filter;
  const conditions = [
    person === null ? null : Prisma.sql`line.person_id = ${person}`,
    group === null ? null : Prisma.sql`line.action = any(${[...AUDIT_GROUPS[group]]}::text[])`,
    member === null ? null : Prisma.sql`line.subject = ${`member:${member}`}`,
    from === null ? null : Prisma.sql`line.created_at >= ${time.startOfDay(from)}::timestamptz`,
    through === null ? null : Prisma.sql`line.created_at < ${time.endOfDay(through)}::timestamptz`,
    page.before === null ? null : Prisma.sql`line.id < ${page.before}::bigint`,
  ].filter((condition) => condition !== null);
  const rows = await db.$queryRaw<Row[]>`
    select line.id, line.created_at, line.person_id, actor.name as by_name, line.action, line.subject,
      whom.name as subject_name, whom_member.number as subject_number, line.detail, line.address
    from audit_entry line
    left join person actor on actor.id = line.person_id
    left join person whom on whom.id = case when line.subject ~ '^person:[0-9]{1,9}$'
      then substr(line.subject, 8)::int end
    left join member whom_member on whom_member.person_id = whom.id
    where ${conditions.length > 0 ? Prisma.join(conditions, " and ") : Prisma.sql`true`}
    order by line.id desc
    limit ${page.limit + 1}`;
  const shown = rows.slice(0, page.limit).map(read);
  const last = shown.at(-1);
  return { lines: shown, before: rows.length > page.limit && last ? last.id : null };
}

const read = (row: Row): AuditLineRead => ({
  id: Number(row.id),
  at: row.created_at,
  by: row.person_id === null ? null : { id: row.person_id, name: row.by_name ?? "" },
  action: row.action,
  subject: row.subject,
  person: row.subject_name === null ? null : { name: row.subject_name, number: row.subject_number },
  detail: row.detail,
  address: row.address,
});

/**
 * Whom the log can be asked about by name: everybody with a role, and whoever is asked about now. Others
 * are got at by the lines that name them.
 */
export async function loadAuditPeople(
  db: Db,
  chosen: number | null,
): Promise<{ id: number; name: string }[]> {
  return db.person.findMany({
    where: { OR: [{ roles: { some: {} } }, { id: chosen ?? 0 }] },
    select: { id: true, name: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 500,
  });
}
