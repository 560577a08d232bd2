import { z } from "zod";
import { MOST_ROW_ID } from "#app/platform/row-id.ts";
import { typedText } from "#app/platform/typed-text.ts";

const words = (most: number) =>
  z.string().overwrite(typedText).max(most, "impact.error.wordsLong").optional().default("");

/** Something that the club counts, in words that follow a number; without a unit's id, something new. */
export const ImpactUnitForm = z.object({
  unit: z.coerce.number().int().min(0).max(MOST_ROW_ID).optional().default(0),
  one: words(60),
  many: words(60).refine((typed) => typed !== "", "impact.error.words"),
  zh: words(60).refine((typed) => typed !== "", "impact.error.words"),
  wholeOnly: z
    .string()
    .optional()
    .transform((typed) => typed === "on"),
});
