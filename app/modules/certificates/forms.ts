import { z } from "zod";
import { typedText } from "#app/platform/typed-text.ts";
import { readCode } from "#app/platform/unguessable-code.ts";

/** As long as names are where families register. */
const NAME = 120;

/** A name has something that can be seen: neither marks without a letter nor characters that turn others round. */
const SEEN = /[^\p{C}\p{Z}\p{M}]/u;

const Code = z
  .string({ error: "certificates.error.code" })
  .max(100, { error: "certificates.error.code" })
  .transform((typed, context) => {
    const code = readCode(typed);
    if (code) return code;
    context.addIssue({ code: "custom", message: "certificates.error.code" });
    return z.NEVER;
  });

/** What staff do with an event's certificates. */
export const CertificateActForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("issue") }),
  z.object({
    intent: z.literal("correct"),
    code: Code,
    name: z
      .string({ error: "certificates.error.name" })
      .overwrite((typed) => typedText(typed).replaceAll("\n", " "))
      .regex(SEEN, { error: "certificates.error.name" })
      .max(NAME, { error: "certificates.error.long" }),
  }),
]);

/** In which languages certificates are printed: each family's own, or both. */
export const printLanguages = ["family", "both"] as const;
export type PrintLanguages = (typeof printLanguages)[number];
