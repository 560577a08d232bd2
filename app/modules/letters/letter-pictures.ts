import type { TemplateName } from "../../../emails/compose-letter.tsx";

/**
 * How the picture of a letter is found, by its template: asked when the letter leaves, so that what may not be shown any
 * more is not in it. A JPEG; null for none.
 */
export type LetterPictures = {
  readonly [Name in TemplateName]?: (props: unknown) => Promise<Uint8Array | null>;
};
