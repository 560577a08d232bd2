import { z } from "zod";
import { OptionalRowId, RowId } from "#app/platform/row-id.ts";

/** What can be said of a row whose number is held for another car. */
export const ROW_ANSWERS = ["another", "correction", "left-out"] as const;
export type RowAnswer = (typeof ROW_ANSWERS)[number];

const RowAnswerForm = z.object({
  about: z.literal("row"),
  row: RowId,
  answer: z.enum(ROW_ANSWERS),
});

/** What can be said of a store: it is another one of the club's, `into`, or a new one. */
export const STORE_ANSWERS = ["merged", "accepted"] as const;

const StoreAnswerForm = z.object({
  about: z.literal("store"),
  store: RowId,
  answer: z.enum(STORE_ANSWERS),
  into: OptionalRowId,
});

/** A question answered; `about` says which kind. */
export const AnswerForm = z.discriminatedUnion("about", [RowAnswerForm, StoreAnswerForm]);
