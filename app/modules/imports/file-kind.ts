import type { Db } from "#app/platform/db.server.ts";
import type { TableSource } from "#app/platform/table-file.server.ts";
import type { ImportSettings } from "./import-file.server.ts";
import type { Undone } from "./import-reversal.ts";
import type { ImportAnswer, ImportKind } from "./import-run.ts";

/** A kind of file that can be brought in and taken back, as the noun it is of knows how. */
export type FileKind = {
  kind: ImportKind;
  /** Brings a file in; see `importFile`. */
  bringIn: (source: TableSource, settings: ImportSettings) => Promise<ImportAnswer>;
  /** How many things there are to take back. */
  countToUndo: (db: Db, importId: number) => Promise<number>;
  /**
   * Prepares to take an import back.
   *
   * @param bookAt for tests: the instant to book at.
   */
  undo: (importId: number, bookAt?: Date) => Promise<UndoPage>;
  /** Writes to those whom it concerns, in the transaction that ends a taking back; gives how many letters. */
  tellUndone?: (on: Db, importId: number) => Promise<number>;
};

/**
 * Takes back what an import did by the next of its rows, in the caller's transaction.
 *
 * @returns what became of them, and behind which to go on; null when none is left.
 */
export type UndoPage = (
  on: Db,
  page: { after: number; limit: number },
) => Promise<{ undone: Undone[]; after: number } | null>;

/** @throws Error for a kind that no noun brings in: an import on record was one once. */
export function fileKindOf(kinds: readonly FileKind[], kind: string): FileKind {
  const found = kinds.find((each) => each.kind === kind);
  if (!found) throw new Error(`Nothing brings in files of the kind "${kind}".`);
  return found;
}
