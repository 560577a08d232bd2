import { singleton } from "../singleton.server.ts";
import { LOCALES, type Locale } from "./locale.ts";

const kept = () =>
  singleton<{ languages: readonly Locale[] }>("spoken", () => ({ languages: LOCALES }));

/** The languages that the club speaks, of those there are; all of them until its settings were read. */
export const enabledLocales = (): readonly Locale[] => kept().languages;

/** Called by whatever reads the club's settings. */
export function enableLocales(languages: readonly string[]): void {
  const spoken = LOCALES.filter((locale) => languages.includes(locale));
  kept().languages = spoken.length > 0 ? spoken : LOCALES;
}

/** A language that the club speaks: the wanted one, or else the club's own. */
export function enabledLocaleOr(wanted: Locale): Locale {
  const spoken = enabledLocales();
  return spoken.includes(wanted) ? wanted : (spoken[0] ?? wanted);
}
