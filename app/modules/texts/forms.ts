import { z } from "zod";
import { typedText } from "#app/platform/typed-text.ts";

/** A form travels with nine bytes for each Chinese character. */
const CHARACTERS_AT_MOST = { en: 15_000, zh: 4_500 };

const body = (most: number) =>
  z
    .string({ error: "texts.error.empty" })
    .max(most * 2, { error: "texts.error.long" })
    .transform((typed) => typedText(typed.replaceAll("\r\n", "\n")))
    .pipe(
      z.string().min(1, { error: "texts.error.empty" }).max(most, { error: "texts.error.long" }),
    );

/** A new version of a text as an admin types it. Errors are keys of messages. */
export const TextForm = z.object({
  en: body(CHARACTERS_AT_MOST.en),
  zh: body(CHARACTERS_AT_MOST.zh),
  asks: z
    .literal("on")
    .optional()
    .transform((ticked) => ticked === "on"),
  /** The version that the form was filled with: who has saved meanwhile is not run over. */
  seen: z.coerce.number().int(),
});
