import { z } from "zod";
import { MOST_ROW_ID } from "#app/platform/row-id.ts";
import { typedText } from "#app/platform/typed-text.ts";

/** Why staff decide so, in a few words. */
const reason = z
  .string({ error: "eventDecisions.error.reason" })
  .transform(typedText)
  .pipe(
    z
      .string()
      .min(3, { error: "eventDecisions.error.reason" })
      .max(300, { error: "eventDecisions.error.reason" }),
  );

/** Whether a party that is over capacity stays. */
export const OverForm = z.object({
  party: z.coerce.number().int().min(1).max(MOST_ROW_ID),
  decision: z.enum(["stay", "out"]),
  reason,
});
