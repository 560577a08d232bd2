import { cellLabel } from "#app/platform/cell-text.ts";

const LONGEST = 80;

/** A store's name as a file writes it, composed as people type it; null of an empty cell. At most 80 characters. */
export function readStoreName(cell: string): string | null {
  return cellLabel(cell.normalize("NFC"), LONGEST);
}

/**
 * By what two names of a store are compared: width, case, blanks (also in the middle), invisible characters and
 * Unicode's several ways to write a letter make no other store.
 */
export function storeKey(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFKC")
    .replace(/\s|\p{Cf}|\p{Cc}|\p{Variation_Selector}/gu, "");
}
