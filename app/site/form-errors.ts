import type { Translate, WordKey } from "#app/platform/words/translate.ts";

/**
 * The errors of a form's fields in words. A form's schema names a message for each error; a browser
 * gets only what the server's answer holds of it.
 */
export function formErrors(
  reply: { error?: Record<string, string[] | null> | null } | undefined,
  t: Translate,
): Record<string, string[] | undefined> {
  return Object.fromEntries(
    Object.entries(reply?.error ?? {}).map(([field, keys]) => [
      field,
      keys?.map((key) => t(key as WordKey)),
    ]),
  );
}
