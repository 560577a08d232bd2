import { z } from "zod";
import { RowId } from "#app/platform/row-id.ts";
import { typedText } from "#app/platform/typed-text.ts";

const name = z
  .string({ error: "desk.filter.error.name" })
  .overwrite(typedText)
  .min(1, { error: "desk.filter.error.name" })
  .max(60, { error: "desk.filter.error.name" });

/** What is done with a list's saved filters. Errors are keys of messages. */
export const SavedFilterForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("save"), name }),
  z.object({ intent: z.literal("rename"), id: RowId, name }),
  z.object({ intent: z.literal("delete"), id: RowId }),
]);
