import type { Db } from "#app/platform/db.server.ts";
import type { ReversalState } from "./import-reversal.ts";
import { type ImportCounts, type ImportKind, readCounts } from "./import-run.ts";
import type { ImportShown } from "./load-import.server.ts";

/** An import as a line of the list. */
export type ImportListed = {
  id: number;
  kind: ImportKind;
  fileName: string;
  dryRun: boolean;
  state: ImportShown["state"];
  outcomes: ImportCounts["outcomes"];
  /** Null from the command line. */
  startedBy: string | null;
  reversal: ReversalState | null;
  createdAt: Date;
};

export type ImportList = {
  imports: ImportListed[];
  /** The `before` of the next older page; null on the last one. */
  olderBefore: number | null;
};

type Row = Omit<ImportListed, "outcomes"> & { counts: unknown };

/** Imports of either kind, the latest first. */
export async function listImports(
  db: Db,
  { before = null, limit }: { before?: number | null; limit: number },
): Promise<ImportList> {
  const rows = await db.$queryRaw<Row[]>`
    select import_run.id, kind, file_name as "fileName", dry_run as "dryRun", state, counts, reversal_state as reversal,
           person.name as "startedBy", import_run.created_at as "createdAt"
    from import_run left join person on person.id = started_by
    where import_run.id < coalesce(${before}::int, 2147483647)
    order by import_run.id desc limit ${limit + 1}`;
  const shown = rows.slice(0, limit);
  return {
    imports: shown.map(({ counts, ...row }) => ({ ...row, outcomes: readCounts(counts).outcomes })),
    olderBefore: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
  };
}
