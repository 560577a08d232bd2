import { z } from "zod";
import { MOST_ROW_ID } from "#app/platform/row-id.ts";
import { typedReason } from "#app/platform/typed-reason.ts";
import { typedText } from "#app/platform/typed-text.ts";
import { COMMENT_LENGTH, SCORES_AT_ONCE } from "./limits.ts";
import type { GivenScore } from "./score.ts";

const Row = z.coerce.number().int().positive().max(MOST_ROW_ID);
const Value = z.int().min(1).max(10);
const Comment = z.string().overwrite(typedText).max(COMMENT_LENGTH);
const CriterionKey = z.string().regex(/^[a-z0-9]{1,24}$/);

const Arrived = {
  key: z.uuid(),
  entryId: z.int().positive().max(MOST_ROW_ID),
  sequence: z.int().min(0),
};
const ArrivedScore = z.union([
  z.object({ ...Arrived, criterion: CriterionKey, value: Value }),
  z.object({ ...Arrived, comment: Comment }),
]);

const Sent = z.array(ArrivedScore).min(1).max(SCORES_AT_ONCE);

/**
 * Reads the scores that a judge's page sends: as JSON, in a field of a form.
 *
 * @returns null for what no page of ours sends.
 */
export function readScores(sent: unknown): GivenScore[] | null {
  try {
    const read = Sent.safeParse(JSON.parse(String(sent)));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

const Why = typedReason();

const Name = z
  .string({ error: "judging.error.name" })
  .overwrite(typedText)
  .min(1, { error: "judging.error.name" })
  .max(80, { error: "judging.error.tooLong" });

/** What the organiser does about judges. */
export const JudgesForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("make"),
    requestKey: z.uuid(),
    name: Name,
  }),
  z.object({ intent: z.literal("renew"), judge: Row }),
  z.object({ intent: z.literal("end"), judge: Row }),
]);

/** What the organiser does about one judge. */
export const JudgeForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("exclude"), why: Why }),
  z.object({ intent: z.literal("include") }),
  z.object({ intent: z.literal("rename"), name: Name }),
  z.object({ intent: z.literal("own"), entry: Row }),
  z.object({ intent: z.literal("not-own"), entry: Row }),
  z.object({ intent: z.literal("correct"), entry: Row, why: Why }),
]);

/** What a judge does without scripts, and what is more than a score. */
export const JudgeActForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("score"), entry: Row, comment: Comment.default("") }),
  z.object({ intent: z.literal("own"), entry: Row }),
  /** What they gave holds for the picture that took the place of the one before. */
  z.object({ intent: z.literal("holds"), entry: Row }),
  z.object({ intent: z.literal("done") }),
  z.object({ intent: z.literal("not-done") }),
  z.object({
    intent: z.literal("hand-over"),
    code: z
      .string({ error: "judging.error.code" })
      .trim()
      .regex(/^\d{4}$/, { error: "judging.error.code" }),
  }),
]);

/** The values of a form, by criterion: fields are called `value-<key>`. What is none is left out. */
export function valuesIn(
  fields: FormData,
  criteria: readonly { key: string }[],
): Record<string, number> {
  return Object.fromEntries(
    criteria.flatMap(({ key }) => {
      const typed = String(fields.get(`value-${key}`) ?? "");
      return /^([1-9]|10)$/.test(typed) ? [[key, Number(typed)]] : [];
    }),
  );
}
