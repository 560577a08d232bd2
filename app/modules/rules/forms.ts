import { z } from "zod";
import { parseDay } from "#app/platform/club-time.ts";
import { RowId } from "#app/platform/row-id.ts";
import { typedReason } from "#app/platform/typed-reason.ts";
import { typedText } from "#app/platform/typed-text.ts";

/** What goes with a version. Errors are keys of messages, put into words by the page. */
export const TermsForm = z.object({
  startsOn: z
    .string({ error: "rules.error.day" })
    .overwrite(typedText)
    .refine((typed) => parseDay(typed) !== null, { error: "rules.error.day" }),
  note: typedReason(),
});

export const WithdrawVersionForm = z.object({
  version: RowId,
  reason: typedReason(),
});
