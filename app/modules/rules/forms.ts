import { z } from "zod";
import { parseDay } from "#app/platform/club-time.ts";
import { RowId } from "#app/platform/row-id.ts";
import { typedText } from "#app/platform/typed-text.ts";

/** What goes with a version. Errors are keys of messages, put into words by the page. */
export const TermsForm = z.object({
  startsOn: z
    .string({ error: "rules.error.day" })
    .overwrite(typedText)
    .refine((typed) => parseDay(typed) !== null, { error: "rules.error.day" }),
  note: z
    .string({ error: "rules.error.note" })
    .overwrite(typedText)
    .min(10, { error: "rules.error.note" })
    .max(300, { error: "rules.error.noteLong" }),
});

export const WithdrawVersionForm = z.object({
  version: RowId,
  reason: z
    .string({ error: "rules.error.reason" })
    .overwrite(typedText)
    .min(5, { error: "rules.error.reason" })
    .max(300, { error: "rules.error.noteLong" }),
});
