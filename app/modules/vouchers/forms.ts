import { z } from "zod";
import { RowId } from "#app/platform/row-id.ts";
import { typedReason } from "#app/platform/typed-reason.ts";

/** What is done with a voucher at the desk; one form each, told apart by `intent`. Errors are keys of messages. */
export const VoucherActForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("use"),
    code: z.string(),
    /** Empty in a club without stores. */
    store: RowId.optional(),
    requestKey: z.uuid(),
  }),
  z.object({
    intent: z.literal("undo"),
    code: z.string(),
    use: RowId,
    reason: typedReason(),
  }),
]);
