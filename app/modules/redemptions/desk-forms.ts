import { z } from "zod";
import { typedPieces } from "#app/modules/stock/forms.ts";
import { RowId } from "#app/platform/row-id.ts";
import { typedReason } from "#app/platform/typed-reason.ts";
import { typedText } from "#app/platform/typed-text.ts";
import { COLLECTORS } from "./redemption.ts";

/** What staff type about redemptions. Errors are keys of messages, put into words by the page. */
const line = (error: string, most: number) =>
  z
    .string({ error })
    .overwrite(typedText)
    .min(1, { error })
    .max(most, { error: "redemptions.desk.error.tooLong" });

const reason = typedReason();
const requestKey = z.uuid();
const ticked = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");

const collector = z.enum(COLLECTORS, { error: "redemptions.desk.error.collector" });
const chosen = z.array(RowId, { error: "redemptions.desk.error.none" }).min(1, {
  error: "redemptions.desk.error.none",
});

/** What is done with one redemption; one form each, told apart by `intent`. */
export const RedemptionActForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("ready") }),
  z.object({
    intent: z.literal("hand-over"),
    /** Whose it was when the page was read. */
    member: RowId,
    collector,
  }),
  z.object({ intent: z.literal("undo-hand-over"), reason }),
  z.object({
    intent: z.literal("ship"),
    carrier: line("redemptions.desk.error.carrier", 80),
    trackingNumber: line("redemptions.desk.error.trackingNumber", 80),
  }),
  z.object({ intent: z.literal("deliver") }),
  z.object({ intent: z.literal("return"), reason, toShelf: ticked }),
  z.object({
    intent: z.literal("exchange"),
    requestKey,
    pieces: typedPieces("redemptions.desk.error.pieces", 1_000),
    reason,
    toShelf: ticked,
  }),
  z.object({ intent: z.literal("extend"), reason }),
  z.object({ intent: z.literal("cancel"), reason }),
]);

/** Several that are laid out at once. */
export const LayOutForm = z.object({ chosen });

/** Several that are handed to one member at once. */
export const HandOverForm = z.object({ chosen, collector });

/** A gift as the list of the desk names it: its variant, and a piece's price as it stood there. */
const choice = z
  .string({ error: "redemptions.desk.error.choice" })
  .regex(/^\d{1,9}-\d{1,9}-\d{1,9}$/, { error: "redemptions.desk.error.choice" })
  .transform((typed) => {
    const [variantId = 0, points = 0, moneyMinor = 0] = typed.split("-").map(Number);
    return { variantId, seenPrice: { points, moneyMinor } };
  });

const shortLine = z.string().overwrite(typedText).max(300).optional();

/** What is taken for a member at the desk. The lines of an address are judged where a parcel needs them. */
export const TakeForMemberForm = z.object({
  requestKey,
  choice,
  quantity: typedPieces("redemptions.desk.error.pieces", 100).default(1),
  store: RowId.optional().catch(undefined),
  recipient: shortLine,
  phone: shortLine,
  lines: shortLine,
});
