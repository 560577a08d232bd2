import { type InBoth, inLanguage } from "#app/platform/words/in-language.ts";
import type { Locale } from "#app/platform/words/locale.ts";
import type { Translate } from "#app/platform/words/translate.ts";

/** That it is still open whether an event takes place, as JSON carries it. */
export type KeptWait = {
  id: number;
  /** By when it is decided, as ISO 8601. */
  decideBy: string;
  reason: InBoth;
};

/** The same as a page says it, in the reader's language. */
export type EventWait = {
  decideBy: Date;
  reason: string;
  /** The hour has come, and nothing was decided yet. */
  isLate: boolean;
};

/** What a page says of it: nothing once the event is over, whatever was forgotten. */
export function readWait(
  wait: KeptWait | null,
  { endsAt }: { endsAt: Date },
  locale: Locale,
  now: Date,
): EventWait | null {
  if (!wait || now >= endsAt) return null;
  const decideBy = new Date(wait.decideBy);
  return { decideBy, reason: inLanguage(locale, wait.reason), isLate: now >= decideBy };
}

/**
 * The same in a sentence and its reason, where there is no page: in a calendar, for a search engine.
 *
 * @param at the hour by which it is decided, in words.
 */
export const undecidedWords = ({ isLate, reason }: EventWait, at: string, t: Translate): string =>
  `${t(isLate ? "events.undecided.late" : "events.undecided", { at })} (${reason})`;
