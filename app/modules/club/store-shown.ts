import { type InBoth, inLanguage } from "#app/platform/words/in-language.ts";
import type { Locale } from "#app/platform/words/locale.ts";

/**
 * What pages, files and letters call a store, in either language: where it has no English name, what the workshop's
 * exports write. Files and other programs know it by the latter alone.
 */
export const storeShown = (store: { name: string; nameEn: string | null }): InBoth => ({
  en: store.nameEn ?? store.name,
  zh: store.name,
});

/** The English names of stores by what the workshop writes, under whichever of a store's names. */
export type EnglishStores = Readonly<Record<string, string>>;

/** A store by the name that the workshop wrote, which is all that an entry of the ledger keeps of it. */
export function writtenStore(locale: Locale, name: string, english: EnglishStores): string {
  const en = Object.hasOwn(english, name) ? english[name] : undefined;
  return inLanguage(locale, storeShown({ name, nameEn: en ?? null }));
}
