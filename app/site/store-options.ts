import type { StoreChoice } from "#app/modules/club/load-stores.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import type { Locale } from "#app/platform/words/locale.ts";

/** Stores as a form or a filter offers them, in the reader's language. */
export const storeOptions = (
  locale: Locale,
  stores: readonly StoreChoice[],
): { value: string; label: string }[] =>
  stores.map(({ id, name }) => ({ value: String(id), label: inLanguage(locale, name) }));
