import { cellText } from "./cell-text.ts";

/** A column that a table may have, under any of its names; the first of each language is the one shown. */
export type TableColumn<Field extends string> = {
  field: Field;
  /** The name in Chinese exports, where there is one. */
  chinese: string | null;
  /** The names in English, lower case. */
  english: readonly string[];
  required: boolean;
};

export type TableHeader<Field extends string> = {
  /** Where each column stands, from 0. */
  positions: ReadonlyMap<Field, number>;
  /** Required columns that are not there, named in the header's own language. */
  missing: string[];
  /** Columns that are there twice: which one counts cannot be known. */
  repeated: string[];
  /** Columns that mean nothing here, as written. */
  extra: string[];
  width: number;
};

/** Fewer known names than this are a coincidence in a line of text. */
const fewestNames = 3;

/** Makes the reader of a table's header lines: null for a line that is none. */
export function headerReader<Field extends string>(columns: readonly TableColumn<Field>[]) {
  const byName = new Map<string, TableColumn<Field>>();
  for (const column of columns) {
    for (const name of namesOf(column)) byName.set(name, column);
  }

  return function readHeader(cells: readonly string[]): TableHeader<Field> | null {
    const names = cells.map(columnName);
    const known = names.filter((name) => byName.has(name));
    if (new Set(known.map((name) => byName.get(name)?.field)).size < fewestNames) return null;

    const positions = new Map<Field, number>();
    const repeated = new Set<string>();
    const extra: string[] = [];
    names.forEach((name, position) => {
      const column = byName.get(name);
      if (!column) {
        if (name !== "") extra.push(cellText(cells[position] ?? ""));
      } else if (positions.has(column.field)) {
        repeated.add(cellText(cells[position] ?? ""));
      } else {
        positions.set(column.field, position);
      }
    });
    const chinese = known.filter((name) => /[一-鿿]/.test(name)).length * 2 > known.length;
    const missing = columns
      .filter((column) => column.required && !positions.has(column.field))
      .map((column) => (chinese && column.chinese ? column.chinese : column.field));
    return { positions, missing, repeated: [...repeated], extra, width: cells.length };
  };
}

/** Whether a line names all of some columns, each by one of its names. */
export function namesColumns(
  cells: readonly string[],
  columns: readonly (readonly string[])[],
): boolean {
  const names = new Set(cells.map(columnName));
  return columns.every((column) => column.some((name) => names.has(columnName(name))));
}

function namesOf<Field extends string>(column: TableColumn<Field>): string[] {
  return [column.chinese ?? column.field, column.field, ...column.english].map(columnName);
}

/** A name without spaces, case and a unit in brackets: `工时费（元）` is 工时费. */
function columnName(cell: string): string {
  return cellText(cell)
    .toLowerCase()
    .replace(/\(.*?\)$/, "")
    .replace(/[\s_-]+/g, "");
}
