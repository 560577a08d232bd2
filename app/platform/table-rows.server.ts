import {
  inspectTable,
  readTable,
  type TableFacts,
  type TableLimits,
  type TableRefusal,
  type TableSource,
} from "./table-file.server.ts";
import { namesColumns, type TableColumn } from "./table-header.ts";
import { lineReader, type TableLine } from "./table-lines.ts";
import type { TableRecord } from "./table-records.ts";

/** What a table is made of: its columns, and the one that says what a row is about. */
export type TableShape<Field extends string> = {
  columns: readonly TableColumn<Field>[];
  keyField: Field;
  /** What is mistaken for it, and the columns by which that is known, each under all of its names. */
  others?: readonly { table: string; columns: readonly (readonly string[])[] }[];
};

/** What programs put between columns. */
const DELIMITERS = { comma: ",", tab: "\t", semicolon: ";", bar: "|" };

/** Why a table cannot be read as one of its kind. Lines are counted from 1; columns are named as in the file. */
export type RowsRefusal =
  | TableRefusal
  | { reason: "other-table"; line: number; table: string }
  | { reason: "no-header"; expected: string[] }
  | { reason: "missing-columns"; line: number; columns: string[] }
  | { reason: "repeated-columns"; line: number; columns: string[] }
  | { reason: "rows-before-header"; line: number }
  | { reason: "other-delimiter"; line: number; delimiter: keyof typeof DELIMITERS }
  | { reason: "cut-off"; line: number };

export type RowsFacts = {
  table: TableFacts;
  /** Lines that are rows: what a progress bar counts. */
  rows: number;
  /** Columns that are not read, as written. */
  extraColumns: string[];
  /** The lines of the first rows with a quote that never closes: what follows may have been meant as one cell. */
  strayQuotes: number[];
};

/** Of stray quotes, the lines that are kept. */
const MOST_STRAY_QUOTES = 100;

export type RowsInspection = { ok: true; file: RowsFacts } | { ok: false; refusal: RowsRefusal };

/**
 * Goes over the whole of a table before any of it is used: half a file, or one whose columns are missing
 * on page forty, is refused while nothing has been written.
 */
export async function inspectRows<Field extends string>(
  source: TableSource,
  shape: TableShape<Field>,
  limits: TableLimits,
): Promise<RowsInspection> {
  const inspection = await inspectTable(source, limits);
  if (!inspection.ok) return inspection;
  const { table } = inspection;

  const readLine = lineReader(shape.columns, shape.keyField);
  const extra = new Set<string>();
  const strayQuotes: number[] = [];
  let rows = 0;
  let width = 0;
  for await (const records of readTable(source, table)) {
    for (const record of records) {
      const line = readLine(record);
      if (record.strayQuote && strayQuotes.length < MOST_STRAY_QUOTES)
        strayQuotes.push(record.line);
      const other =
        width === 0 && shape.others?.find((each) => namesColumns(record.cells, each.columns));
      if (other) return refused({ reason: "other-table", line: line.line, table: other.table });
      if (line.as === "row-before-header")
        return refused({ reason: "rows-before-header", line: line.line });
      if (line.as === "header") {
        const { missing, repeated } = line.header;
        if (record.end !== "line" && missing.length > 0) return cutOff(record);
        if (missing.length > 0)
          return refused({ reason: "missing-columns", line: line.line, columns: missing });
        if (repeated.length > 0)
          return refused({ reason: "repeated-columns", line: line.line, columns: repeated });
        for (const name of line.header.extra) extra.add(name);
        width = line.header.width;
      }
      const delimiter = otherDelimiter(record, width, table.delimiter);
      if (delimiter) return refused({ reason: "other-delimiter", line: line.line, delimiter });
      if (line.as === "row") rows++;
      if (width > 0 && isCutOff(record, line, width)) return cutOff(record);
    }
  }
  if (width === 0) {
    const expected = shape.columns.filter((column) => column.required);
    return refused({
      reason: "no-header",
      expected: expected.map((column) => column.chinese ?? column.field),
    });
  }
  return { ok: true, file: { table, rows, extraColumns: [...extra], strayQuotes } };
}

/** Reads the lines of an inspected table, in batches. */
export async function* readRows<Field extends string>(
  source: TableSource,
  shape: TableShape<Field>,
  table: TableFacts,
): AsyncGenerator<TableLine<Field>[], void, undefined> {
  const readLine = lineReader(shape.columns, shape.keyField);
  for await (const records of readTable(source, table)) yield records.map(readLine);
}

/**
 * Whether a file ends in the middle of this line. Many exports leave out the last line end, so its absence
 * alone says nothing: the line has to be short too, or to end inside a quote or half a character.
 */
function isCutOff(record: TableRecord, line: TableLine<string>, width: number): boolean {
  if (record.end === "line") return false;
  if (record.end === "open-quote" || record.cells.at(-1)?.endsWith("\uFFFD")) return true;
  if (record.cells.length >= width) return false;
  return line.as === "row" || (line.as === "title" && record.cells.length > 2);
}

/**
 * What divides a line into as many columns as the header has, where the header's delimiter does not: such rows would
 * be read as titles, and left out without a word.
 */
function otherDelimiter(
  { cells }: TableRecord,
  width: number,
  own: string,
): keyof typeof DELIMITERS | undefined {
  if (width < 3 || cells.length * 2 > width) return undefined;
  const text = cells.join(own);
  const names = Object.keys(DELIMITERS) as (keyof typeof DELIMITERS)[];
  return names.find((name) => {
    const delimiter = DELIMITERS[name];
    return delimiter !== own && text.split(delimiter).length === width;
  });
}

function cutOff(record: TableRecord): RowsInspection {
  return refused({ reason: "cut-off", line: record.line });
}

function refused(refusal: RowsRefusal): RowsInspection {
  return { ok: false, refusal };
}
