import { formatPoints } from "./format.ts";
import type { InBoth } from "./in-language.ts";
import type { Locale } from "./locale.ts";

/**
 * What is counted, in words that follow a number: "tree planted" of one and "trees planted" of several in English, in
 * Chinese with its measure word, "棵树". Whoever names it writes all three, so that nothing has to be guessed about
 * words that no program knows.
 */
export type CountedIn = { one: string; many: string; zh: string };

/** The most that is counted at once, in tenths. */
export const MOST_TENTHS = 100_000;

/** A count in tenths as a number that people read: 12840 → 1,284; 5 → 0.5. */
export const tenthsText = (tenths: number, locale: Locale): string =>
  formatPoints(tenths / 10, locale);

/**
 * A count with what it counts: "1 tree planted", "1,284 trees planted", "1,284 棵树". Words that are missing in one
 * language are those of the other.
 *
 * @param tenths the count, in tenths.
 */
export function countedWords({ one, many, zh }: CountedIn, tenths: number, locale: Locale): string {
  const number = tenthsText(tenths, locale);
  if (locale === "zh-CN") return `${number} ${zh || many}`;
  return `${number} ${(tenths === 10 && one) || many || zh}`;
}

/** The same in both languages, as it stands on a certificate. */
export const countedInBoth = (unit: CountedIn, tenths: number): InBoth => ({
  en: countedWords(unit, tenths, "en"),
  zh: countedWords(unit, tenths, "zh-CN"),
});

/**
 * Reads a count as people type it, full-width figures and separators too, with at most one decimal.
 *
 * @returns in tenths; null where it is no number, has more decimals, or is more than anybody counts.
 */
export function readTenths(typed: string): number | null {
  const text = typed.normalize("NFKC").replace(/\s/g, "");
  const [, whole = "", tenth = ""] = /^(\d{1,3}(?:,\d{3})+|\d{1,6})(?:\.(\d)0*)?$/.exec(text) ?? [];
  if (whole === "") return null;
  const tenths = Number(whole.replaceAll(",", "")) * 10 + Number(tenth || 0);
  return tenths <= MOST_TENTHS ? tenths : null;
}

/** A count as one types it: 30 → `3`, 25 → `2.5`. */
export const typedTenths = (tenths: number): string => String(tenths / 10);
