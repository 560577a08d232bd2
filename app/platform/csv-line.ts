/** What a spreadsheet takes for the start of a formula. Full-width signs are taken for it in Chinese and Japanese ones. */
const FORMULA = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

/**
 * A line of a CSV file as RFC 4180 has it, with its CRLF.
 *
 * Text that a spreadsheet would run as a formula gets an apostrophe in front, by which it shows as what
 * it is. Numbers are ours and stay numbers, minus sign and all.
 */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

function csvCell(cell: string | number | null): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Goes in front of a file of UTF-8 that a spreadsheet will open: without it, it guesses. */
export const BYTE_ORDER_MARK = "\uFEFF";
