import { render, toPlainText } from "@react-email/components";
import type { ReactElement } from "react";
import { loadClub } from "#app/modules/membership/load-club.server.ts";
import { appOrigin } from "#app/platform/env.server.ts";
import { translator } from "#app/platform/words/catalogs.server.ts";
import { isLocale } from "#app/platform/words/locale.ts";
import type { LetterContext } from "../../../emails/letter-context.ts";
import { isTemplateName, type LetterProps, type TemplateName, templates } from "./templates.tsx";

export type RenderedLetter = {
  /** The club's name in the letter's language: who it is from. */
  clubName: string;
  subject: string;
  html: string;
  text: string;
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
  const { subject, body } = compose(letter.template, context, letter.props);
  const html = await render(body);
  return { clubName: context.clubName, subject, html, text: toPlainText(html) };
}

/** Props were written by this code, and are what the template's type says. */
function compose<Name extends TemplateName>(
  name: Name,
  context: LetterContext,
  props: unknown,
): { subject: string; body: ReactElement } {
  const template = templates[name];
  const known = props as LetterProps[Name];
  return { subject: template.subject(context, known), body: template.body(context, known) };
}
