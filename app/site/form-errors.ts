import type { Translate, WordKey } from "#app/platform/words/translate.ts";

/** What a form is answered with: what was typed, and the keys of what is wrong with it. */
export type FormReply = {
  initialValue?: Record<string, unknown> | null;
  error?: Record<string, string[] | null> | null;
};

/**
 * The errors of a form's fields in words. A form's schema names a message for each error; a browser
 * gets only what the server's answer holds of it.
 */
export function formErrors(
  reply: Pick<FormReply, "error"> | undefined,
  t: Translate,
): Record<string, string[] | undefined> {
  return Object.fromEntries(
    Object.entries(reply?.error ?? {}).map(([field, keys]) => [
      field,
      keys?.map((key) => t(key as WordKey)),
    ]),
  );
}
