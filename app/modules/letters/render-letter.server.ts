import { loadClub } from "#app/modules/club/load-club.server.ts";
import { appOrigin } from "#app/platform/env.server.ts";
import { translator } from "#app/platform/words/catalogs.server.ts";
import { isLocale } from "#app/platform/words/locale.ts";
import {
  type ComposedLetter,
  composeLetter,
  isTemplateName,
  type LetterProps,
  type TemplateName,
} from "../../../emails/compose-letter.tsx";
import type { LetterContext } from "../../../emails/letter-context.ts";
import { kindOf } from "./notification-kinds.ts";
import { unsubscribeLink } from "./unsubscribe-token.server.ts";

export type RenderedLetter = ComposedLetter & {
  /** In the letter's language: who it is from. */
  clubName: string;
  /** How letters like it are stopped; null for an essential one. */
  unsubscribe: LetterContext["unsubscribe"];
};

/**
 * Puts a letter into words.
 *
 * @throws Error when the template is not one of this version's.
 */
export async function renderLetter(letter: {
  personId: number | null;
  template: string;
  locale: string;
  props: unknown;
  /** The picture that goes with it, by its name in the letter. */
  picture?: string;
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
    unsubscribe: await unsubscribeOf(letter.personId, letter.template),
    picture: letter.picture ?? null,
  };
  // Props were written by this code for this template, and kept as JSON.
  const props = letter.props as LetterProps[typeof letter.template];
  const { clubName, unsubscribe } = context;
  return { clubName, unsubscribe, ...(await composeLetter(letter.template, context, props)) };
}

async function unsubscribeOf(personId: number | null, template: TemplateName) {
  const kind = kindOf(template);
  if (kind === null || personId === null) return null;
  return { kind, link: await unsubscribeLink({ personId, kind }) };
}
