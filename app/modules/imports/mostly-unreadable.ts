/** Fewer rows than this are all named in the report, whatever is wrong with them. */
const FEWEST_ROWS = 1_000;
/** Of a hundred rows, how many may be unreadable. */
const MOST_UNREADABLE = 95;
/** So many lines above its first unreadable row, a quote is thought to be why. */
const LINES_UNDER_A_QUOTE = 4_000;

/** Rows that cannot be what a file was sent as. */
export type Unreadable = {
  /** The line of the first unreadable row. */
  line: number;
  /** How many rows were looked at, and how many of them cannot be read. */
  rows: number;
  rejected: number;
  /** The line in which a quote opens that never closes, where that may be why. */
  quote: number | null;
};

/**
 * Looks at a file's next rows: are they what the file was sent as? Nearly all being unreadable is no heap of mistakes
 * but another kind of file, another delimiter, or a quote that never closes, whose text is read as rows.
 *
 * @param rows the lines of the rows, and whether each can be read as far as the file goes.
 * @param strayQuotes the lines of the file with quotes that never close.
 * @returns null for rows that can be brought in, with some of them rejected.
 */
export function mostlyUnreadable(
  rows: readonly { line: number; unreadable: boolean }[],
  strayQuotes: readonly number[],
): Unreadable | null {
  const rejected = rows.filter(({ unreadable }) => unreadable);
  const [first] = rejected;
  if (!first || rows.length < FEWEST_ROWS) return null;
  if (rejected.length * 100 < rows.length * MOST_UNREADABLE) return null;
  const { line } = first;
  const quote = strayQuotes.findLast((at) => at <= line && at >= line - LINES_UNDER_A_QUOTE);
  return { line, rows: rows.length, rejected: rejected.length, quote: quote ?? null };
}
