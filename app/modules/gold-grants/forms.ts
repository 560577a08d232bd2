import { z } from "zod";
import { parseDay } from "#app/platform/club-time.ts";
import { RowId } from "#app/platform/row-id.ts";
import { typedReason } from "#app/platform/typed-reason.ts";
import { typedText } from "#app/platform/typed-text.ts";

/** What people type to give gold or take it back. Errors are keys of messages, put into words by the page. */
const reason = typedReason();

const day = z
  .string({ error: "gold.error.day" })
  .overwrite(typedText)
  .refine((typed) => parseDay(typed) !== null, { error: "gold.error.day" });

export const GrantGoldForm = z.object({ from: day, through: day, reason });
export const WithdrawGrantForm = z.object({
  period: RowId,
  withdrawReason: reason,
});
