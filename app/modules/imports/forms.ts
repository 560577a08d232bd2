import { z } from "zod";
import { tableEncodings } from "#app/platform/table-encoding.ts";
import { typedReason } from "#app/platform/typed-reason.ts";
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

/** Why an import is taken back: for whoever reads the books later. */
export const ReverseForm = z.object({
  reason: typedReason(),
});
