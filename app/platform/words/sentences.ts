import type { Locale } from "./locale.ts";

/** Sentences one after the other, as the language writes them: Chinese puts no space between. What is not said is left out. */
export function sentences(
  locale: Locale,
  said: readonly (string | false | null | undefined)[],
): string {
  return said.filter(Boolean).join(locale === "zh-CN" ? "" : " ");
}
