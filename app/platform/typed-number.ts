/**
 * A whole number as people type it: full-width figures too, with separators at thousands or without.
 *
 * @returns null where it is none, or has more than ten figures.
 */
export function readWhole(typed: string): number | null {
  const text = typed.normalize("NFKC").replace(/\s/g, "");
  if (!/^(\d{1,3}(,\d{3})+|\d{1,10})$/.test(text)) return null;
  return Number(text.replaceAll(",", ""));
}

/**
 * A sum as people type it, in the smallest unit of its currency; never through a floating-point number. Reads `49`,
 * `1,049.50`, `￥49.5`, `４９`.
 *
 * @param digits how many decimals the currency has, see `minorDigits`.
 * @returns null where it is none, or says more than the currency has.
 */
export function readMinor(typed: string, digits: number): number | null {
  const text = typed.normalize("NFKC").replace(/[\s¥元円$€£]|[A-Z]{3}/g, "");
  const match = /^(\d{1,3}(?:,\d{3})+|\d{1,10})(?:\.(\d+))?$/.exec(text);
  const [, whole = "", fraction = ""] = match ?? [];
  if (!match || fraction.replace(/0+$/, "").length > digits) return null;
  return Number(whole.replaceAll(",", "") + fraction.slice(0, digits).padEnd(digits, "0"));
}

/** A sum as one types it, from its minor units: with two decimals 4900 → `49.00`, with none `4900`. */
export function minorText(minor: number, digits: number): string {
  const all = String(minor).padStart(digits + 1, "0");
  return digits === 0 ? all : `${all.slice(0, -digits)}.${all.slice(-digits)}`;
}
