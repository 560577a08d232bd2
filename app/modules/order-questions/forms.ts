import { z } from "zod";
import { RowId } from "#app/platform/row-id.ts";

/** What can be said of a row whose number is held for another car. */
export const ROW_ANSWERS = ["another", "correction", "left-out"] as const;
export type RowAnswer = (typeof ROW_ANSWERS)[number];

/** A question answered; `about` says which kind. */
export const AnswerForm = z.object({
  about: z.literal("row"),
  row: RowId,
  answer: z.enum(ROW_ANSWERS),
});
