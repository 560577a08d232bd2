import { z } from "zod";
import { readEmail } from "./email.ts";
import { NAME_AT_MOST, readName } from "./name.ts";

/** More than this is no address and no name; it is not looked at. */
const LONGEST_TYPED = 1_000;

/** The field of an e-mail address; `error` is the key of what is said of one that is none. */
export const emailField = (error: string) => read(error, readEmail);

/**
 * The field of a person's name.
 *
 * @param errors the keys of what is said of none, and of one that is too long.
 */
export const nameField = (errors: { none: string; tooLong: string }) =>
  read(errors.none, readName).refine((name) => Array.from(name).length <= NAME_AT_MOST, {
    error: errors.tooLong,
  });

function read(error: string, reader: (typed: string) => string | null) {
  return z
    .string({ error })
    .max(LONGEST_TYPED, { error })
    .transform((typed, context): string => {
      const text = reader(typed);
      if (text !== null) return text;
      context.addIssue({ code: "custom", message: error });
      return z.NEVER;
    });
}
