import type { StatementEntry } from "#app/modules/ledger/entry.ts";
import type { Translate } from "#app/platform/words/translate.ts";
import type { ExportCell } from "./export-cell.ts";

/** Every table of an export, in the order in which its readme names them. */
export const EXPORT_TABLES = [
  "profile",
  "consents",
  "letter-choices",
  "family",
  "cars",
  "co-drivers",
  "visits",
  "odometer",
  "statement",
  "gold",
  "claims",
  "car-claims",
  "adjustments",
  "letters",
  "sign-ins",
  "seen-by",
] as const;
export type ExportTableName = (typeof EXPORT_TABLES)[number];

export type ExportRow = Record<string, ExportCell>;

/** Whose data, and how it is to be said. */
export type ExportSubject = {
  personId: number;
  /** Null for somebody who is not in the club. */
  member: { id: number; number: string; accountId: number } | null;
  currency: string;
  t: Translate;
  /** What an entry of the statement was for and why, in the reader's words. */
  say: EntryWords;
};

export type EntryWords = (
  entry: StatementEntry,
) => Record<"what" | "state" | "explanation", string>;

/** A table: its columns by name, and its rows a page at a time, however many there are. */
export type ExportTable<Column extends string = string> = {
  columns: readonly Column[];
  rows: (subject: ExportSubject) => AsyncIterable<Record<Column, ExportCell>[]>;
};
