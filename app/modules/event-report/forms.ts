import { z } from "zod";
import { RowId } from "#app/platform/row-id.ts";
import { readMinor } from "#app/platform/typed-number.ts";
import { typedText } from "#app/platform/typed-text.ts";
import { minorDigits } from "#app/platform/words/format.ts";

/** How long the words for a cost can be. */
export const LABEL_AT_MOST = 80;
/** A thousand million yuan: more is a slip of the finger. */
const MOST_MINOR = 100_000_000_000;

const label = z
  .string({ error: "eventReport.error.label" })
  .overwrite((typed) => typedText(typed).replaceAll("\n", " "))
  .min(1, { error: "eventReport.error.label" })
  .max(LABEL_AT_MOST, { error: "eventReport.error.labelLong" });

const version = z.coerce.number().int().positive();

/** What is typed of a cost: one more, another one, or none after all. Errors are keys of messages. */
export const costForm = (currency: string) => {
  const amount = z
    .string({ error: "eventReport.error.amount" })
    .transform((typed) => readMinor(typed, minorDigits(currency)))
    .refine((minor) => minor !== null && 0 < minor && minor <= MOST_MINOR, {
      error: "eventReport.error.amount",
    })
    .transform(Number);
  return z.discriminatedUnion("intent", [
    z.object({ intent: z.literal("add"), label, amount, requestKey: z.uuid() }),
    z.object({ intent: z.literal("change"), cost: RowId, version, label, amount }),
    z.object({ intent: z.literal("take-back"), cost: RowId, version }),
  ]);
};
export type TypedCostAct = z.output<ReturnType<typeof costForm>>;
