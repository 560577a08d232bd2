import { minorDigits } from "#app/platform/words/format.ts";

/** No sum that changes hands at a counter is larger: a thousand million of the smallest unit. */
const MOST_MINOR = 1_000_000_000;

/**
 * The sum that somebody typed, in the smallest unit of a currency; never through a floating-point number. Reads
 * `49`, `1,049.50`, `￥49.5`, `４９`: as many decimals as the currency has, and separators at thousands.
 *
 * @returns null where it is no sum above nought, or one too large.
 */
export function readSum(typed: string, currency: string): number | null {
  const digits = minorDigits(currency);
  const bare = typed.normalize("NFKC").replace(/[\s¥元円$€£]|[A-Z]{3}/g, "");
  const match = /^(\d{1,3}(?:,\d{3})+|\d{1,10})(?:\.(\d+))?$/.exec(bare);
  if (!match) return null;
  const [, whole = "", fraction = ""] = match;
  if (fraction.length > digits) return null;
  const minor = Number(whole.replaceAll(",", "") + fraction.padEnd(digits, "0"));
  return minor > 0 && minor <= MOST_MINOR ? minor : null;
}

/** A sum as one types it: 4900 CNY → `49.00`, 4900 JPY → `4900`. */
export function plainSum(minor: number, currency: string): string {
  const digits = minorDigits(currency);
  const all = String(minor).padStart(digits + 1, "0");
  return digits === 0 ? all : `${all.slice(0, -digits)}.${all.slice(-digits)}`;
}
