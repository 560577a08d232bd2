import { cellText } from "#app/platform/cell-text.ts";

/** No car's reading; a figure above it is a slip of the keyboard. */
const furthestKm = 2_000_000;

/**
 * The odometer reading of a cell in whole kilometres, or null when it holds none.
 *
 * A reading that cannot be one never refuses a row: nothing is earned by it.
 */
export function readOdometer(cell: string): number | null {
  const text = cellText(cell).replace(/\s|km|公里/gi, "");
  const match = /^(\d{1,3}(?:,\d{3})+|\d{1,7})(?:\.\d+)?$/.exec(text);
  const km = match ? Number((match[1] ?? "").replaceAll(",", "")) : furthestKm + 1;
  return km > furthestKm ? null : km;
}
