import { cellText } from "./cell-text.ts";
import { headerReader, type TableColumn, type TableHeader } from "./table-header.ts";
import type { TableRecord } from "./table-records.ts";

/** What a line of an exported table is. Only a `row` has something to say. */
export type TableLine<Field extends string> =
  | { line: number; as: "row"; cells: Record<Field, string> }
  | { line: number; as: "header"; header: TableHeader<Field> }
  | { line: number; as: "title" | "blank" | "total" | "row-before-header" };

const totals =
  /^(?:合\s*计|总\s*计|小\s*计|累\s*计|本页[合小]计|本页总计|total|subtotal|grand\s*total)/i;

/** More filled cells than this above the first header are no title but rows whose header is missing. */
const mostInTitle = 7;

/**
 * Makes the reader that tells a table's rows from what a printer puts around them: title lines, the
 * header again on every page (with its columns perhaps in another order), blank lines, sums. One
 * reader reads one file from its first line on, as a row's columns are those of the last header above.
 *
 * @param keyField the column that says which thing a row is about; it tells a short row from a title.
 */
export function lineReader<Field extends string>(
  columns: readonly TableColumn<Field>[],
  keyField: NoInfer<Field>,
): (record: TableRecord) => TableLine<Field> {
  const readHeader = headerReader(columns);
  let layout: [Field, number][] | null = null;
  let key = 0;

  function row(record: TableRecord): TableLine<Field> {
    const cells = {} as Record<Field, string>;
    for (const [field, position] of layout ?? []) cells[field] = record.cells[position] ?? "";
    return { line: record.line, as: "row", cells };
  }

  return function readLine(record) {
    const { line } = record;
    if (layout && record.cells.length > mostInTitle && hasKey(record.cells[key]))
      return row(record);

    const header = readHeader(record.cells);
    if (header) {
      layout = columns.map(({ field }) => [field, header.positions.get(field) ?? -1]);
      key = header.positions.get(keyField) ?? 0;
      return { line, as: "header", header };
    }
    const filled = record.cells.map(cellText).filter((text) => text !== "");
    if (filled.length === 0) return { line, as: "blank" };
    if (totals.test(filled[0] ?? "")) return { line, as: "total" };
    if (!layout) return { line, as: filled.length > mostInTitle ? "row-before-header" : "title" };
    return isTitle(filled.length, cellText(record.cells[key] ?? ""))
      ? { line, as: "title" }
      : row(record);
  };
}

/** Titles and footers fill a cell or two: the first with words, or a single one further in. */
function isTitle(filled: number, key: string): boolean {
  return key === "" ? filled <= 1 : filled <= 2 && !/^[\w-]+$/.test(key);
}

/** A key has a digit and no Chinese: neither a column's name nor a title nor a word for a sum. */
function hasKey(cell: string | undefined): boolean {
  return cell !== undefined && /\d/.test(cell) && !/[一-鿿]/.test(cell);
}
