import type { Locale } from "./locale.ts";

/** Of what people wrote in both languages, the reader's; the other one where there is none. */
export function inLanguage(locale: Locale, text: { en: string; zh: string }): string {
  return locale === "zh-CN" ? text.zh || text.en : text.en || text.zh;
}
