import type { Locale } from "#app/platform/words/locale.ts";

/** The twelve months by name: April, 4月. */
export function monthNames(locale: Locale): string[] {
  const name = new Intl.DateTimeFormat(locale, { month: "long", timeZone: "UTC" });
  return Array.from({ length: 12 }, (_, month) => name.format(new Date(Date.UTC(2000, month, 1))));
}
