import { z } from "zod";
import { parseDay } from "#app/platform/club-time.ts";
import { MOST_REPEATS } from "./repeats.ts";

/** How an event repeats, as its form asks for the days. */
export const RepeatForm = z.object({
  every: z.enum(["week", "two-weeks", "month", "month-last"]),
  until: z
    .string()
    .optional()
    .transform((text) => parseDay(text ?? "")),
  count: z
    .string()
    .optional()
    .transform((text) => (/^\d{1,2}$/.test(text ?? "") ? Number(text) : null))
    .pipe(z.int().min(1).max(MOST_REPEATS).nullable().catch(null)),
});
