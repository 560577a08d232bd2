import { formatDay } from "#app/platform/words/format.ts";
import type { Locale } from "#app/platform/words/locale.ts";

/** A day of the club's calendar, YYYY-MM-DD, in words; it is that day in every time zone. */
export const formatCalendarDay = (day: string, locale: Locale): string =>
  formatDay(`${day}T12:00:00Z`, locale, "UTC");
