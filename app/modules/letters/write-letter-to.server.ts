import type { Reader } from "#app/modules/person/reader.ts";
import type { Db } from "#app/platform/db.server.ts";
import { type LetterProps, type NewLetter, writeLetter } from "./write-letter.server.ts";

/** The templates that speak to somebody by their name. */
type Personal = {
  [Template in keyof LetterProps]: LetterProps[Template] extends { name: string }
    ? Template
    : never;
}[keyof LetterProps];

/** A letter but for whom it is to. */
export type PersonalLetter<Name extends Personal = Personal> = {
  [Template in Name]: {
    template: Template;
    props: Omit<LetterProps[Template], "name">;
    /** A second letter with the same key is not written. */
    dedupKey?: string;
  };
}[Name];

/**
 * Writes a letter to somebody the club knows, as {@link writeLetter} does.
 *
 * @returns its id, or null where none is written: also to somebody who has no e-mail address, or has left.
 */
export async function writeLetterTo(
  db: Db,
  { id, name, email, locale, closedAt }: Reader,
  { props, ...letter }: PersonalLetter,
): Promise<number | null> {
  if (!email || closedAt) return null;
  // A template and its props belong together, which taking the props apart hides from the compiler.
  const whole = { ...letter, personId: id, to: email, locale, props: { name, ...props } };
  return writeLetter(db, whole as NewLetter);
}
