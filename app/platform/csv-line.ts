import { stringify } from "csv-stringify/sync";

/**
 * A line of a CSV file as RFC 4180 has it, with its CRLF.
 *
 * Text that a spreadsheet would run as a formula gets an apostrophe in front, by which it shows as what
 * it is; so does text that has one there of its own, and `cellLabel` takes exactly one away again. Numbers are
 * ours and stay numbers, minus sign and all.
 */
export function csvLine(cells: readonly (string | number | null)[]): string {
  const defused = cells.map((cell) =>
    typeof cell === "string" && /^'+[=+\-@＝＋－＠\t\r]/.test(cell) ? `'${cell}` : cell,
  );
  return stringify([defused], {
    escape_formulas: true,
    record_delimiter: "windows",
    // A line break of any kind, not only the one that ends records.
    quoted_match: /[\r\n]/,
  });
}

/** Goes in front of a file of UTF-8 that a spreadsheet will open: without it, it guesses. */
export const BYTE_ORDER_MARK = "\uFEFF";
