import { isLocale, type Locale } from "#app/platform/words/locale.ts";

/**
 * The language to write to somebody in. People who came with the dealership's roster have not chosen
 * one yet; where the club's money is Chinese, so are they taken to be.
 */
export function letterLocale(chosen: string | null, clubCurrency: string): Locale {
  if (isLocale(chosen)) return chosen;
  return clubCurrency === "CNY" ? "zh-CN" : "en";
}
