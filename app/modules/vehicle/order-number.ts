import { cellText } from "#app/platform/cell-text.ts";
import { hasLostDigits } from "#app/platform/lost-digits.ts";

const longestNumber = 64;

/**
 * An order number as one spelling, whatever a spreadsheet has made of it: upper case, ordinary width, no spaces
 * or invisible characters, one kind of dash, without the tab, formula or quotes that exports put around it, and a
 * number as a number (`000777`, `777.0` and `777` are one). Null when there is none, when it is too long (over
 * 64) to be one, or when it has lost digits (see `hasLostDigits`).
 */
export function readOrderNumber(cell: string): string | null {
  if (hasLostDigits(cell)) return null;
  const written = cellText(cell.normalize("NFKC"))
    .replace(/\s|\p{Cf}|\p{Variation_Selector}/gu, "")
    .replace(/[‐-―−]/g, "-")
    .toUpperCase();
  const number = cellText(written);
  const figure = /^0*(\d+?|\d{1,3}(?:,\d{3})+)(?:\.0*)?$/.exec(number);
  const spelt = figure?.[1]?.replaceAll(",", "") ?? number;
  return spelt === "" || spelt.length > longestNumber ? null : spelt;
}
