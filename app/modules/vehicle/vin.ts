import { cellText } from "#app/platform/cell-text.ts";

/**
 * A vehicle identification number as ISO 3779 writes it, or why a cell is not one.
 *
 * `unverified` is a VIN from where the ninth character need not be a check digit, and is none that holds: it is
 * kept, and somebody should compare it. `wrong-check-digit` and `malformed` cells are kept apart from an empty
 * one: the order is then known by its plate, and the row carries the flag so that somebody can correct the card.
 */
export type VinReading =
  | { vin: string; flag: "unverified" | null }
  | { vin: null; flag: "wrong-check-digit" | "malformed" | null };

const weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
const none: VinReading = { vin: null, flag: null };

/**
 * Where the check digit is the law: North America (49 CFR 565; its makers' codes begin with 1 to 5) and China
 * (GB 16735; L). ISO 3779 itself knows none, and European makers put there what they like.
 */
const CHECKED = /^[1-5L]/;

/** Reads a VIN in upper or lower case, full width, or broken up by spaces or dashes. */
export function readVin(cell: string): VinReading {
  const text = cellText(cell);
  if (text === "") return none;
  const vin = text.toUpperCase().replace(/[\s\-‐-―.·_]/g, "");
  if (!/^[A-HJ-NPR-Z0-9]{17}$/.test(vin)) return { vin: null, flag: "malformed" };
  if (vinCheckDigitHolds(vin)) return { vin, flag: null };
  return CHECKED.test(vin) ? { vin: null, flag: "wrong-check-digit" } : { vin, flag: "unverified" };
}

/** Whether a VIN on file has no check digit to hold it against. */
export function isUnverifiedVin(vin: string): boolean {
  return readVin(vin).flag === "unverified";
}

/**
 * Whether the ninth character of a normalised 17-character VIN is its check digit: the weighted sum of
 * all characters modulo 11, where ten is written X (GB 16735, 49 CFR 565).
 */
function vinCheckDigitHolds(vin: string): boolean {
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += worthOf(vin.charCodeAt(i)) * (weights[i] ?? 0);
  return vin[8] === "0123456789X"[sum % 11];
}

/** Digits are worth themselves; letters 1 to 9 along the rows A–H, J–R and S–Z (S begins at 2). */
function worthOf(code: number): number {
  if (code < 58) return code - 48;
  const letter = String.fromCharCode(code);
  if (letter < "I") return code - 64;
  if (letter < "S") return code - 73;
  return code - 81;
}
