import { isLetterTemplate } from "#app/modules/letters/letter-templates.ts";
import type { Translate } from "#app/platform/words/translate.ts";

/** What a letter is about, in a few words; one of a former version keeps its name. */
export function templateWords(t: Translate, template: string): string {
  return isLetterTemplate(template) ? t(`staff.mails.template.${template}`) : template;
}
