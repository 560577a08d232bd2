import { cellText } from "./cell-text.ts";

/**
 * Whether a spreadsheet has ruined the number of a cell: shown in powers of ten (`2.02601E+11`, `1E+05`), as an
 * error (`#N/A`) or as a cell too narrow (`#####`), or kept to the fifteen digits that a spreadsheet
 * keeps, with noughts for the rest. What it was cannot be known from it, and two numbers may have become one.
 */
export function hasLostDigits(cell: string): boolean {
  const text = cellText(cell.normalize("NFKC")).replace(/\s/g, "").toUpperCase();
  return inPowersOfTen.test(text) || spreadsheetError.test(text) || rounded.test(text);
}

const inPowersOfTen = /^[-+]?\d+(?:[.,]\d*)?E[-+]\d{1,3}$|^[-+]?\d+[.,]\d+E\d{1,3}$/;
const spreadsheetError = /^#(?:#+|N\/A|REF!|VALUE!|NAME\?|NUM!|DIV\/0!|NULL!)?$/;
/** Fewer than three noughts are chance: a number of 16 digits ends in one every tenth time. */
const rounded = /^[1-9]\d{14}0{3,}$/;
