import type { Db } from "#app/platform/db.server.ts";

/** Another import that explains how this one goes. */
export type NeighbourImport = { id: number; startedBy: string | null; createdAt: Date };

export type ImportNeighbours = {
  /** Of the same kind and under way: files of one kind come in one after the other. */
  ahead: NeighbourImport | null;
  /** Of the very same file, and begun earlier: what it brought in is unchanged here. */
  sameFile: NeighbourImport | null;
};

/** Finds the imports that a page about one of them has to mention. */
export async function loadNeighbours(db: Db, importId: number): Promise<ImportNeighbours> {
  const rows = await db.$queryRaw<(NeighbourImport & { what: "ahead" | "sameFile" })[]>`
    with this as (select * from import_run where id = ${importId})
    (select 'ahead' as what, other.id, person.name as "startedBy", other.created_at as "createdAt"
     from this
     join import_run other on other.kind = this.kind and other.id <> this.id and other.state = 'running'
     left join person on person.id = other.started_by
     where this.state = 'waiting'
     order by other.id limit 1)
    union all
    (select 'sameFile', other.id, person.name, other.created_at
     from this
     join import_run other on other.kind = this.kind and other.file_sha256 = this.file_sha256
       and other.id < this.id and not other.dry_run and other.state in ('running', 'finished')
     left join person on person.id = other.started_by
     order by other.id desc limit 1)`;
  const find = (what: keyof ImportNeighbours) => {
    const found = rows.find((row) => row.what === what);
    return found ? { id: found.id, startedBy: found.startedBy, createdAt: found.createdAt } : null;
  };
  return { ahead: find("ahead"), sameFile: find("sameFile") };
}
