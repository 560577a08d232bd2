import { z } from "zod";
import { workKinds } from "#app/modules/rulebook/work-kind.ts";
import { readAmount } from "#app/modules/service/amount.ts";
import { readOrderNumber } from "#app/modules/vehicle/order-number.ts";
import { parseDay } from "#app/platform/club-time.ts";
import { RowId } from "#app/platform/row-id.ts";
import { typedReason } from "#app/platform/typed-reason.ts";
import { typedText } from "#app/platform/typed-text.ts";

/** What people type about a missing visit. Errors are keys of messages, put into words by the page. */
const LONGEST = 1_000;

const requestKey = z.uuid();

const day = (error: string) =>
  z.string({ error }).transform((typed, context) => {
    const read = parseDay(typed.trim());
    if (read === null) context.issues.push({ code: "custom", message: error, input: typed });
    return read ?? "";
  });

const someOrderNumber = z
  .string({ error: "claims.error.orderNumber" })
  .transform((typed, context) => {
    const read = readOrderNumber(typed);
    if (read === null) {
      context.issues.push({ code: "custom", message: "claims.error.orderNumber", input: typed });
    }
    return read ?? "";
  });

/** By the owner, or by the desk for them. The photo comes beside it. */
export const FileClaimForm = z.object({
  requestKey,
  orderNumber: someOrderNumber.optional(),
  storeId: RowId.optional().catch(undefined),
  visitedOn: day("claims.error.day"),
  note: z
    .string()
    .transform(typedText)
    .pipe(z.string().max(LONGEST, { error: "claims.error.tooLong" }))
    .optional(),
});

/** What staff do with a claim; one form each, told apart by `intent`. */
export const ClaimActionForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("take") }),
  z.object({
    intent: z.literal("hand-over"),
    to: RowId,
    /** Who looked after it when the page was read; nothing when nobody did. */
    from: RowId.optional(),
  }),
  z.object({ intent: z.literal("link"), orderId: RowId }),
  z.object({
    intent: z.literal("enter"),
    storeId: RowId,
    carId: RowId,
    orderNumber: someOrderNumber,
    settledOn: day("claims.error.day"),
    kind: z.enum(workKinds),
    payer: z.enum(["owner", "on-account", "someone-else"]),
    paid: z.string({ error: "claims.error.paid" }).transform((typed, context) => {
      const read = readAmount(typed);
      if (read === null || read < 0) {
        context.issues.push({ code: "custom", message: "claims.error.paid", input: typed });
      }
      return read ?? 0;
    }),
  }),
  z.object({ intent: z.literal("refuse"), reason: typedReason() }),
]);
