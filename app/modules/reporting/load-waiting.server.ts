import type { Db } from "#app/platform/db.server.ts";

/** What waits for somebody, or goes on by itself. */
export type Waiting = {
  /** Imports in line or under way. */
  imports: number;
  /** Of the last seven days, the latest one whose report names rejected rows. */
  rejected: { importId: number; fileName: string; rows: number } | null;
  /** Letters of the last seven days that could not be delivered after every attempt. */
  lettersUndelivered: number;
};

/** Looks over what a person of the desk or an admin may have to do something about. */
export async function loadWaiting(db: Db): Promise<Waiting> {
  const [imports, [rejected], lettersUndelivered] = await Promise.all([
    db.importRun.count({ where: { state: { in: ["waiting", "running"] } } }),
    db.$queryRaw<{ id: number; file_name: string; rows: number }[]>`
      select id, file_name, (counts -> 'outcomes' ->> 'rejected')::int as rows
      from import_run
      where created_at > now() - interval '7 days' and state = 'finished' and not dry_run
        and (counts -> 'outcomes' ->> 'rejected')::int > 0
      order by created_at desc, id desc limit 1`,
    countUndelivered(db),
  ]);
  return {
    imports,
    rejected: rejected
      ? { importId: rejected.id, fileName: rejected.file_name, rows: rejected.rows }
      : null,
    lettersUndelivered,
  };
}

async function countUndelivered(db: Db): Promise<number> {
  const [row] = await db.$queryRaw<{ count: bigint }[]>`
    select count(*) from mail where state in ('failed', 'refused') and created_at > now() - interval '7 days'`;
  return Number(row?.count ?? 0);
}
