import { z } from "zod";
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
