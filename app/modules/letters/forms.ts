import { z } from "zod";
import { OptionalRowId } from "#app/platform/row-id.ts";
import { LETTER_STATES } from "./letter-states.ts";
import { LETTER_TEMPLATES } from "./letter-templates.ts";

/** What is pressed on the page where letters are stopped, or sent by a mail provider's one click. */
export const ChooseLettersForm = z.object({
  intent: z.enum(["stop", "resume"]).catch("stop"),
});

/** Which letters an admin lists; what makes no sense filters nothing. */
export const MailFilterForm = z.object({
  state: z.enum(LETTER_STATES).nullable().catch(null).default(null),
  template: z.enum(LETTER_TEMPLATES).nullable().catch(null).default(null),
  /** Read as people paste it, and cut rather than refused: an address that nobody has finds no letter. */
  recipient: z
    .string()
    .transform((typed) => typed.normalize("NFKC").trim().toLowerCase().slice(0, 254) || null)
    .nullable()
    .default(null),
  before: OptionalRowId,
});
