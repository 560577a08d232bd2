import { z } from "zod";
import { isReason, REASON_AT_MOST } from "./reason.ts";
import { typedText } from "./typed-text.ts";

/**
 * Why somebody does what they do, as a form asks for it: the same of all of them. Errors are keys of messages.
 *
 * @param missing the message where too little is said, of a field that asks otherwise than with "why".
 */
export const typedReason = (missing = "form.error.reason") =>
  z
    .string({ error: missing })
    .overwrite(typedText)
    .max(REASON_AT_MOST, { error: "form.error.reasonLong" })
    .refine(isReason, { error: missing });
