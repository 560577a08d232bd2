import type { Locale } from "#app/platform/words/locale.ts";

/** The twelve months by name, January first. */
export function monthNames(locale: Locale): string[] {
  const names = new Intl.DateTimeFormat(locale, { month: "long", timeZone: "UTC" });
  return Array.from({ length: 12 }, (_, month) => names.format(Date.UTC(2024, month, 1)));
}
