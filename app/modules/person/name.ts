import { cellLabel } from "#app/platform/cell-text.ts";

/** The longest name of a person, in characters. */
export const NAME_AT_MOST = 100;

/**
 * The name of a person as it is shown and compared, or null when the text holds none: one form of each letter
 * (NFC), ordinary spaces, and nothing that turns a line around or hides in it, since names stand beside others'.
 * One that has lost a letter on its way (U+FFFD) is none. It is the one reader of names, of rosters and of forms. A longer one is for the form to refuse, or the roster to cut.
 */
export function readName(text: string): string | null {
  const name = cellLabel(text.normalize("NFC").replace(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, " "));
  return name !== null && /[\p{L}\p{N}]/u.test(name) && !name.includes("\uFFFD") ? name : null;
}
