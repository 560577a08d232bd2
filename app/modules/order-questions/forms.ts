import { z } from "zod";
import { LONGEST_WORD } from "#app/modules/rulebook/order-word.ts";
import { KNOWN_PAYERS } from "#app/modules/rulebook/payer.ts";
import { workKinds } from "#app/modules/rulebook/work-kind.ts";
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

/** That a word means nothing that earns: nobody is asked again. */
export const NO_MEANING = "none";

const meaningOf = <Meaning extends string>(meanings: readonly [Meaning, ...Meaning[]]) =>
  z
    .enum([...meanings, NO_MEANING])
    .transform((said) => (said === NO_MEANING ? null : (said as Meaning)));

const word = z
  .string()
  .regex(/^[^\p{Cc}\p{Cs}]+$/u)
  .max(LONGEST_WORD);
const PaymentAnswerForm = z.object({
  about: z.literal("payment"),
  word,
  meaning: meaningOf(KNOWN_PAYERS),
});
const WorkAnswerForm = z.object({
  about: z.literal("work"),
  word,
  meaning: meaningOf(workKinds),
});

/** A question answered; `about` says which kind. */
export const AnswerForm = z.discriminatedUnion("about", [
  RowAnswerForm,
  StoreAnswerForm,
  PaymentAnswerForm,
  WorkAnswerForm,
]);
