import { type Messages, setupI18n } from "@lingui/core";
import type { en } from "#app/locales/en/index.ts";
import type { Locale } from "./locale.ts";

/** A file of words in `app/locales`, by the name it has in every language. */
export type Area = keyof typeof en;

/** Every message there is, by its key in the English files. */
export type WordKey = { [A in Area]: keyof (typeof en)[A] }[Area];

/** Messages by key, parsed: what a browser needs to speak, without a parser. */
export type Catalog = Record<string, string | readonly unknown[]>;

/** Gives a message in the reader's language, which it names; `values` fill its placeholders. */
export type Translate = {
  (key: WordKey, values?: Record<string, string | number>): string;
  locale: Locale;
};

/**
 * @throws Error for a key that the catalog lacks: a page that speaks in keys is a fault, and the
 *   tests that open every page find it.
 */
export function createTranslate(locale: Locale, messages: Catalog): Translate {
  const i18n = setupI18n({
    locale,
    messages: { [locale]: messages as Messages },
    missing: (_locale, key) => {
      throw new Error(`No message "${key}" in ${locale} on this page.`);
    },
  });
  const t = (key: WordKey, values?: Record<string, string | number>) => i18n._(key, values);
  return Object.assign(t, { locale });
}
