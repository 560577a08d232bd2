import { z } from "zod";
import { typedText } from "#app/platform/typed-text.ts";
import { type Audience, audiences } from "./audience.ts";

const SUBJECT_AT_MOST = 120;
const BODY_AT_MOST = 4000;

const text = (atMost: number) =>
  z
    .string()
    .overwrite((typed) => typedText(typed).trim())
    .max(atMost, { error: "eventMessages.error.long" })
    .default("");

/** One choice of the form: an audience, or `session:` with the key of one. */
const To = z
  .string({ error: "eventMessages.error.to" })
  .transform((typed): { audience: string; session: string | null } => {
    const [audience = "", session = null] = typed.split(":");
    return { audience, session };
  })
  .refine(
    ({ audience, session }) =>
      (audiences as readonly string[]).includes(audience) &&
      (audience === "session") === (session !== null),
    { error: "eventMessages.error.to" },
  )
  .transform(({ audience, session }) => ({ audience: audience as Audience, session }));

/** A message as staff write it: in both languages, or in one. Errors are keys of messages. */
export const MessageForm = z
  .object({
    to: To,
    subjectEn: text(SUBJECT_AT_MOST),
    subjectZh: text(SUBJECT_AT_MOST),
    bodyEn: text(BODY_AT_MOST),
    bodyZh: text(BODY_AT_MOST),
    requestKey: z.string().overwrite(typedText).min(1).max(100),
  })
  .refine((typed) => typed.subjectEn !== "" || typed.subjectZh !== "", {
    path: ["subjectEn"],
    error: "eventMessages.error.subject",
  })
  .refine((typed) => typed.bodyEn !== "" || typed.bodyZh !== "", {
    path: ["bodyEn"],
    error: "eventMessages.error.body",
  });
export type TypedMessage = z.output<typeof MessageForm>;
