import { type InBoth, inLanguage } from "#app/platform/words/in-language.ts";
import type { Locale } from "#app/platform/words/locale.ts";
import type { Translate } from "#app/platform/words/translate.ts";
import type { RuleBook } from "./rule-book.ts";

/** The card programmes that a club begins with have words of ours. */
const PROGRAMMES = ["home", "region"] as const;

/** What a club calls its card programmes, by what its rules and the list of members name them. */
export type ProgrammeTitles = Readonly<Record<string, string>>;

/**
 * The names that the club gave its programmes, in a reader's language. A name is no rule: the latest holds at once, and
 * for what a programme was called before.
 */
export function programmeTitles(book: RuleBook, locale: Locale): ProgrammeTitles {
  const titles = new Map<string, InBoth>();
  for (const { rules } of book) {
    for (const [name, { title }] of Object.entries(rules.earning.programmes)) {
      if (title) titles.set(name, title);
      else titles.delete(name);
    }
  }
  return Object.fromEntries([...titles].map(([name, title]) => [name, inLanguage(locale, title)]));
}

/** A card programme in the reader's words; one that nobody has given a name is shown as the rules name it. */
export function programmeName(programme: string, t: Translate, titles: ProgrammeTitles): string {
  if (Object.hasOwn(titles, programme)) return titles[programme] ?? programme;
  const known = PROGRAMMES.find((name) => name === programme);
  return known ? t(`programme.${known}`) : programme;
}
