import { type Messages, setupI18n } from "@lingui/core";
import type account from "#app/locales/en/account.json";
import type cars from "#app/locales/en/cars.json";
import type claims from "#app/locales/en/claims.json";
import type club from "#app/locales/en/club.json";
import type common from "#app/locales/en/common.json";
import type desk from "#app/locales/en/desk.json";
import type exportWords from "#app/locales/en/export.json";
import type join from "#app/locales/en/join.json";
import type letters from "#app/locales/en/letters.json";
import type mail from "#app/locales/en/mail.json";
import type owner from "#app/locales/en/owner.json";
import type publicWords from "#app/locales/en/public.json";
import type rules from "#app/locales/en/rules.json";
import type security from "#app/locales/en/security.json";
import type staff from "#app/locales/en/staff.json";
import type statement from "#app/locales/en/statement.json";
import type tiers from "#app/locales/en/tiers.json";
import type { Locale } from "./locale.ts";

/** Every message there is, by its key in the English files. */
export type WordKey =
  | keyof typeof common
  | keyof typeof publicWords
  | keyof typeof join
  | keyof typeof owner
  | keyof typeof statement
  | keyof typeof tiers
  | keyof typeof cars
  | keyof typeof account
  | keyof typeof exportWords
  | keyof typeof claims
  | keyof typeof security
  | keyof typeof staff
  | keyof typeof desk
  | keyof typeof rules
  | keyof typeof club
  | keyof typeof letters
  | keyof typeof mail;

/** Messages by key, parsed: what a browser needs to speak, without a parser. */
export type Catalog = Record<string, string | readonly unknown[]>;

/** Gives a message in the reader's language; `values` fill its placeholders. */
export type Translate = (key: WordKey, values?: Record<string, string | number>) => string;

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
  return (key, values) => i18n._(key, values);
}
