import { loadClub } from "#app/modules/membership/load-club.server.ts";
import { appOrigin } from "#app/platform/env.server.ts";
import { translator } from "#app/platform/words/catalogs.server.ts";
import { isLocale } from "#app/platform/words/locale.ts";
import {
  type ComposedLetter,
  composeLetter,
  isTemplateName,
  type LetterProps,
} from "../../../emails/compose-letter.tsx";
import type { LetterContext } from "../../../emails/letter-context.ts";

export type RenderedLetter = ComposedLetter & {
  /** In the letter's language: who it is from. */
  clubName: string;
};

/**
 * Puts a letter into words.
 *
 * @throws Error when the template is not one of this version's.
 */
export async function renderLetter(letter: {
  template: string;
  locale: string;
  props: unknown;
}): Promise<RenderedLetter> {
  if (!isTemplateName(letter.template)) throw new Error(`No letter "${letter.template}"`);
  const club = await loadClub();
  const locale = isLocale(letter.locale) ? letter.locale : "en";
  const context: LetterContext = {
    t: translator(locale),
    locale,
    clubName: locale === "zh-CN" ? club.nameZh : club.name,
    timeZone: club.timeZone,
    origin: appOrigin(),
  };
  // Props were written by this code for this template, and kept as JSON.
  const props = letter.props as LetterProps[typeof letter.template];
  return { clubName: context.clubName, ...(await composeLetter(letter.template, context, props)) };
}
