import { z } from "zod";
import { typedText } from "#app/platform/typed-text.ts";

/** Why an event is cancelled, as everybody who registered reads it. */
export const CancelEventForm = z.object({
  reason: z
    .string({ error: "eventKeeping.cancel.reason.missing" })
    .transform(typedText)
    .pipe(
      z
        .string()
        .min(1, "eventKeeping.cancel.reason.missing")
        .max(500, "eventKeeping.cancel.reason.long"),
    ),
});
