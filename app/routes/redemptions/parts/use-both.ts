import { type InBoth, inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";

/** Gives what was written in both languages in the reader's. */
export function useBoth(): (text: InBoth) => string {
  const { locale } = useWords();
  return (text) => inLanguage(locale, text);
}
