import { cellText } from "#app/platform/cell-text.ts";

/**
 * A phone number in E.164 (`+8613912345678`), or null when the text holds none that can be rung.
 *
 * Mainland mobile numbers are read in every spelling, with or without +86, 0086 or 86, spaces, dashes and
 * brackets. Numbers of other countries have to begin with + or 00. A masked number (`139****5678`) is of
 * no use, nor is a landline without its country.
 */
export function readPhone(text: string): string | null {
  const written = cellText(text);
  if (/[^\d\s+().\-‐-―]/.test(written)) return null;
  const digits = written.replace(/[^\d+]/g, "").replace(/^00/, "+");
  const mainland = /^(?:\+?86)?(1[3-9]\d{9})$/.exec(digits);
  if (mainland) return `+86${mainland[1]}`;
  if (digits.startsWith("+86")) return null;
  return /^\+[1-9]\d{6,14}$/.test(digits) ? digits : null;
}
