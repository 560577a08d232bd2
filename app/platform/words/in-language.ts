import type { Locale } from "./locale.ts";

/** What people wrote in both languages; either may be empty. */
export type InBoth = { en: string; zh: string };

/** Of what people wrote in both languages, the reader's; the other one where there is none. */
export function inLanguage(locale: Locale, text: InBoth): string {
  return locale === "zh-CN" ? text.zh || text.en : text.en || text.zh;
}
