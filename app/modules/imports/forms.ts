import { z } from "zod";
import { tableEncodings } from "#app/platform/table-encoding.ts";
import { typedText } from "#app/platform/typed-text.ts";
import { importKinds } from "./import-run.ts";

const checkbox = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");

/** What is chosen beside the file. */
export const UploadForm = z.object({
  kind: z.enum(importKinds),
  dryRun: checkbox,
  /** Members: write to each new one. */
  invite: checkbox,
  /** Service orders: tell members what they brought. */
  letters: checkbox,
});

/** How a file is encoded, where it can be read in two ways. */
export const EncodingForm = z.object({ encoding: z.enum(tableEncodings) });

const REASON_MAX = 500;

/** Why an import is taken back: for whoever reads the books later. */
export const ReverseForm = z.object({
  reason: z
    .string({ error: "staff.reversal.error.reason" })
    .overwrite(typedText)
    .min(3, { error: "staff.reversal.error.reason" })
    .max(REASON_MAX, { error: "staff.reversal.error.tooLong" }),
});
