import type { ReactNode } from "react";
import { cx } from "./cx.ts";

export interface Column<Row> {
  /** Unique in the table. */
  key: string;
  head: string;
  /** Right-aligned, with figures in line. */
  number?: boolean;
  cell: (row: Row) => ReactNode;
}

interface TableProps<Row> {
  /** What the table shows; heard, not seen. */
  caption: string;
  columns: Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string | number;
  /** Below 44 rem: `stack` each row into lines, or `scroll` sideways, for tables that are compared down. */
  narrow?: "stack" | "scroll";
}

/** Rows and columns under a head that stays in sight. The first column names the row. */
export function Table<Row>({ caption, columns, rows, rowKey, narrow = "stack" }: TableProps<Row>) {
  const table = (
    <table className={cx("ledger", narrow === "stack" && "ledger-stacks")}>
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ key, head, number }) => (
            <th key={key} scope="col" className={cx(number && "number")}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map(({ key, head, number, cell }, place) =>
              place === 0 ? (
                <th key={key} scope="row">
                  {cell(row)}
                </th>
              ) : (
                <td key={key} data-label={head} className={cx(number && "number")}>
                  <span>{cell(row)}</span>
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
  if (narrow === "stack") return table;
  return (
    // A box that scrolls must be reachable by keyboard, or its far end is not.
    <section
      aria-label={caption}
      tabIndex={0}
      className="max-h-[80dvh] overflow-auto [--under-bar:0]"
    >
      {table}
    </section>
  );
}
