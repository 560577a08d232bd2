import type { Translate } from "#app/platform/words/translate.ts";
import type { ConsentKind } from "./consent-kinds.ts";

/**
 * The sentence by which the club asks for somebody's agreement, as they read it. The words are in the area
 * "account"; whoever changes their sense raises the version in consent-kinds.ts.
 */
export function consentSentence(t: Translate, kind: ConsentKind): string {
  return t(`consent.${kind}`);
}
