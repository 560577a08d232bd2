/** More pieces than this are a slip of the keyboard. */
const MOST_PIECES = 1_000_000;

/**
 * How many pieces somebody typed: a whole number, with separators at thousands or without; nothing typed is nought.
 *
 * @param least the fewest that make sense.
 * @returns null where it is none.
 */
export function readPieces(typed: string, least: number): number | null {
  const text = typed.normalize("NFKC").replace(/\s/g, "");
  if (text === "") return least === 0 ? 0 : null;
  if (!/^(\d{1,3}(,\d{3})+|\d{1,9})$/.test(text)) return null;
  const pieces = Number(text.replaceAll(",", ""));
  return pieces >= least && pieces <= MOST_PIECES ? pieces : null;
}
