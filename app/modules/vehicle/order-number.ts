import { cellText } from "#app/platform/cell-text.ts";

const longestNumber = 64;

/**
 * An order number as one spelling: upper case, no spaces, and without the tab, formula or quotes that
 * exports put around it. Null when there is none, or when it is too long (over 64) to be one.
 */
export function readOrderNumber(cell: string): string | null {
  const number = cellText(cell).replace(/\s/g, "").toUpperCase();
  return number === "" || number.length > longestNumber ? null : number;
}
