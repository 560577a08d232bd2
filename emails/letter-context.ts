import type { NotificationKind } from "#app/modules/letters/notification-kinds.ts";
import type { Locale } from "#app/platform/words/locale.ts";
import type { Translate } from "#app/platform/words/translate.ts";

/** What every letter knows besides its own props. */
export type LetterContext = {
  t: Translate;
  locale: Locale;
  /** In the letter's language. */
  clubName: string;
  timeZone: string;
  /** Where the club is on the web, without a trailing slash. */
  origin: string;
  /** Where letters of its kind are stopped; null for one that everybody gets. */
  unsubscribe: { kind: NotificationKind; link: string } | null;
  /** The picture that goes with the letter, by the name under which it is attached; null for none. */
  picture: string | null;
};
