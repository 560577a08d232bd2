import type { Locale } from "#app/platform/words/locale.ts";
import type { Translate, WordKey } from "#app/platform/words/translate.ts";
import type { ExportCell } from "./export-cell.ts";

/** A table's name is its file's, and that of its words. */
export type ExportTableName = WordKey extends infer Key
  ? Key extends `export.table.${infer Name}`
    ? Name
    : never
  : never;

/** Whose data, and how it is to be said. */
export type ExportSubject = {
  personId: number;
  /** Null for somebody who is not in the club. */
  member: { id: number; number: string; accountId: number } | null;
  currency: string;
  timeZone: string;
  locale: Locale;
  t: Translate;
};

/** A picture that a row names, by where it lies in the archive; it is read when it is packed. */
export type ExportPicture = { name: string; read: () => Promise<Uint8Array> };

/** A table: its columns by name, and its rows a page at a time, however many there are. */
export type ExportTable<Column extends string = string> = {
  name: ExportTableName;
  columns: readonly Column[];
  rows: (subject: ExportSubject) => AsyncIterable<Record<Column, ExportCell>[]>;
  /** Pictures that go beside the table; a row says which is its own. */
  pictures?: (subject: ExportSubject) => Promise<ExportPicture[]>;
};
