import { z } from "zod";
import { typedText } from "#app/platform/typed-text.ts";
import {
  bestThings,
  MOST_RECOMMENDS,
  QUESTION_AT_MOST,
  type Score,
  scores,
  WORDS_AT_MOST,
} from "./questions.ts";

const isScore = (number: number): number is Score => (scores as readonly number[]).includes(number);

/** The one question: the face that was pressed. */
const Face = z.coerce
  .number({ error: "surveys.error.score" })
  .refine(isScore, { error: "surveys.error.score" });

const words = z
  .string()
  .overwrite(typedText)
  .max(WORDS_AT_MOST, { error: "surveys.error.long" })
  .default("");

/** A face alone, or what somebody says besides. Errors are keys of messages. */
export const AnswerForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("score"), score: Face }),
  z.object({
    intent: z.literal("more"),
    best: z.array(z.enum(bestThings)).default([]),
    recommends: z
      .union([z.literal("").transform(() => null), z.coerce.number()])
      .default(null)
      .refine(
        (number) =>
          number === null || (Number.isInteger(number) && 0 <= number && number <= MOST_RECOMMENDS),
        { error: "surveys.error.recommends" },
      ),
    words,
    ownWords: words,
    named: z.literal("yes").optional(),
  }),
]);
export type TypedAnswer = z.output<typeof AnswerForm>;

const question = z
  .string()
  .overwrite((typed) => typedText(typed).replaceAll("\n", " "))
  .max(QUESTION_AT_MOST, { error: "surveys.error.questionLong" })
  .default("");

/** The club's own question, in both languages or in one; none where both are empty. */
export const QuestionForm = z.object({ questionEn: question, questionZh: question });
